package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Format;
import anywire.transport.Listener;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import anywire.transport.kit.PendingCalls.Pending;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: a stream of server-sent events and, once it has been live, another whenever that breaks, with
 * back-off. One thread at a time opens a stream, reads it and calls the listener; {@link #close()} is for any.
 */
final class HttpSubscription implements Subscription {
    private static final int FIRST_WAIT_MILLIS = 50;
    private static final int LONGEST_WAIT_MILLIS = 1_000;
    private static final Reply LIVE = new Reply.Done(Body.empty(Format.BINARY));

    private final HttpClient client;
    private final Call call;
    private final String topic;
    private final Listener listener;
    private final Pending firstLive;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private volatile @Nullable Runnable hangUp;
    private volatile boolean closed;
    private volatile boolean wasLive;
    private volatile int waitMillis = FIRST_WAIT_MILLIS;

    HttpSubscription(HttpClient client, Call call, String topic, Listener listener, Pending firstLive) {
        this.client = client;
        this.call = call;
        this.topic = topic;
        this.listener = listener;
        this.firstLive = firstLive;
    }

    Call call() {
        return call;
    }

    String topic() {
        return topic;
    }

    void start() {
        client.listenIn(0, this);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        Runnable stream = hangUp;
        if (stream != null) {
            stream.run();
        }
        ended.complete(null);
    }

    /**
     * A stream is about to be opened.
     *
     * @param hangUp ends it, from any thread
     * @return false if it is not wanted any more
     */
    boolean opens(Runnable hangUp) {
        this.hangUp = hangUp;
        return !closed;
    }

    /**
     * @param type null for none
     * @throws RuntimeException what the listener throws, or because it is no item: ends the stream, not more
     */
    void event(@Nullable String type, byte[] data) {
        if (closed) {
            close();
        } else if (HttpNames.LIVE.equals(type)) {
            live();
        } else if (HttpNames.GAP.equals(type)) {
            listener.gap();
        } else {
            listener.push(SentEvents.decode(type, data));
        }
    }

    private void live() {
        waitMillis = FIRST_WAIT_MILLIS;
        if (wasLive) {
            listener.gap();
            return;
        }
        wasLive = true;
        if (!firstLive.complete(LIVE)) {
            close();
        }
    }

    /** The end of a stream, but of the subscription only if it was never live. */
    void lost(TransportException why) {
        if (!wasLive) {
            giveUp(why);
        } else if (!closed) {
            int wait = waitMillis;
            waitMillis = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            client.listenIn(wait / 2 + ThreadLocalRandom.current().nextInt(wait), this);
        }
    }

    void refused(Reply.Refused refused) {
        giveUp(new RefusedException(refused.why(), refused.detail()));
    }

    private void giveUp(RuntimeException why) {
        firstLive.completeExceptionally(why);
        ended.completeExceptionally(why);
    }
}
