package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** One call or event. Its body is copied once, from the buffers that were read into the array that the caller gets. */
final class NettyCall extends NettyExchange {
    private static final byte[] NOTHING = {};

    private final Call call;
    private final boolean replyWanted;
    private final PendingCalls calls;
    private final Pending pending;
    private final int maxBodyBytes;

    private int status;
    private @Nullable String contentType;
    private @Nullable BodyBuffer body;

    NettyCall(ClientLoop loop, Call call, boolean replyWanted, PendingCalls calls, Pending pending, int maxBodyBytes) {
        super(loop);
        this.call = call;
        this.replyWanted = replyWanted;
        this.calls = calls;
        this.pending = pending;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    boolean isOver() {
        return pending.isDone();
    }

    @Override
    boolean handOver(Object connection) {
        return pending.handOver(connection);
    }

    @Override
    NettyRequest request(NettyRequests requests) {
        return requests.call(call, pending.timeLeft(), replyWanted);
    }

    @Override
    void head(int code, @Nullable String mediaType, long announcedBytes) {
        if (announcedBytes > maxBodyBytes) {
            throw Answers.tooLarge(maxBodyBytes);
        }
        status = code;
        contentType = mediaType;
        body = announcedBytes == 0 ? null : new BodyBuffer(announcedBytes, maxBodyBytes);
    }

    @Override
    void part(ByteBuf content) {
        BodyBuffer into = body;
        if (into == null && content.isReadable()) {
            throw new TransportException.Broken("what came back has a body where none may be", true, null);
        }
        if (into != null && !into.add(content)) {
            throw Answers.tooLarge(maxBodyBytes);
        }
    }

    @Override
    void end() {
        Reply reply;
        try {
            BodyBuffer received = body;
            reply = Answers.of(status, contentType, received == null ? NOTHING : received.take(), replyWanted);
        } catch (TransportException why) {
            fail(why);
            return;
        }
        boolean ignored = calls.complete(pending.id(), reply);
    }

    @Override
    void fail(TransportException why) {
        boolean ignored = calls.fail(pending.id(), ran -> why);
    }
}
