package anywire.transport.http;

import anywire.transport.Reply;
import anywire.transport.TransportException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** One stream of events. The subscription, and so its listener, is told on the event loop. */
final class NettyStream extends NettyExchange {
    private static final byte[] NOTHING = {};

    private final HttpSubscription subscription;
    private final int maxItemBytes;
    private final long patienceNanos;

    private int status;
    private long heardNanos = System.nanoTime();
    private @Nullable EventReader events;
    private @Nullable BodyBuffer refusal;

    /** @param patienceNanos how long it may be silent */
    NettyStream(ClientLoop loop, HttpSubscription subscription, int maxItemBytes, long patienceNanos) {
        super(loop);
        this.subscription = subscription;
        this.maxItemBytes = maxItemBytes;
        this.patienceNanos = patienceNanos;
    }

    @Override
    boolean isOver() {
        return subscription.isClosed();
    }

    @Override
    boolean handOver(Object connection) {
        heardNanos = System.nanoTime();
        return !subscription.isClosed();
    }

    @Override
    NettyRequest request(NettyRequests requests) {
        return requests.subscribe(subscription.call(), subscription.topic());
    }

    @Override
    void head(int code, @Nullable String contentType, long announcedBytes) {
        status = code;
        heardNanos = System.nanoTime();
        if (code != 200) {
            refusal = new BodyBuffer(Math.min(announcedBytes, Answers.MAX_REFUSAL_BYTES), Answers.MAX_REFUSAL_BYTES);
        } else if (contentType != null && contentType.startsWith(HttpNames.EVENT_STREAM)) {
            events = new EventReader(maxItemBytes, subscription::event);
        } else {
            throw new TransportException.Broken("what came is no stream of events: " + contentType, true, null);
        }
    }

    @Override
    void part(ByteBuf content) {
        heardNanos = System.nanoTime();
        EventReader reader = events;
        BodyBuffer into = refusal;
        if (reader != null) {
            reader.read(content);
        } else if (into != null && !into.add(content)) {
            throw Answers.tooLarge(Answers.MAX_REFUSAL_BYTES);
        }
    }

    @Override
    void end() {
        if (events != null) {
            fail(new TransportException.Disconnected("the stream ended", true, null));
            return;
        }
        Reply.Refused refused;
        try {
            BodyBuffer received = refusal;
            refused = Answers.refused(status, received == null ? NOTHING : received.take());
        } catch (TransportException why) {
            fail(why);
            return;
        }
        subscription.refused(refused);
    }

    @Override
    void fail(TransportException why) {
        subscription.lost(why);
    }

    @Override
    boolean isSilent(long nowNanos) {
        return nowNanos - heardNanos > patienceNanos;
    }
}
