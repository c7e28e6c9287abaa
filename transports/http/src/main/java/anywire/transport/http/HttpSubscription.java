package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Listener;
import anywire.transport.PendingCalls.Pending;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: a stream of server-sent events and, once it has been live, another whenever that breaks, with
 * back-off. One thread at a time connects, reads and calls the listener.
 */
final class HttpSubscription implements Subscription {
    private static final int FIRST_WAIT_MILLIS = 50;
    private static final int LONGEST_WAIT_MILLIS = 1_000;
    private static final Reply LIVE = new Reply.Done(Body.empty(Format.BINARY));

    private final HttpClient client;
    private final Supplier<Request> requests;
    private final Listener listener;
    private final Pending firstLive;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Events events = new Events();

    private volatile @Nullable Call underway;
    private volatile boolean closed;
    private volatile boolean wasLive;
    private volatile int waitMillis = FIRST_WAIT_MILLIS;

    HttpSubscription(HttpClient client, Supplier<Request> requests, Listener listener, Pending firstLive) {
        this.client = client;
        this.requests = requests;
        this.listener = listener;
        this.firstLive = firstLive;
    }

    void start() {
        client.listenIn(0, this::listen);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        closed = true;
        Call call = underway;
        if (call != null) {
            call.cancel();
        }
        ended.complete(null);
    }

    private void listen() {
        Call call = client.streams().newCall(requests.get());
        underway = call;
        if (closed) {
            return;
        }
        try (Response response = call.execute()) {
            if (response.code() == 200) {
                EventSources.processResponse(response, events);
                lost(new TransportException.Disconnected("the stream ended before it was live", true, null));
            } else {
                Reply.Refused refused = Answers.refused(response);
                giveUp(new RefusedException(refused.why(), refused.detail()));
            }
        } catch (TransportException e) {
            lost(e);
        } catch (IOException e) {
            lost(Failures.of(e, Failures.afterConnecting(e)));
        }
    }

    /** The end of a stream, but of the subscription only if it was never live. */
    private void lost(TransportException why) {
        if (!wasLive) {
            giveUp(why);
        } else if (!closed) {
            int wait = waitMillis;
            waitMillis = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            client.listenIn(wait / 2 + ThreadLocalRandom.current().nextInt(wait), this::listen);
        }
    }

    private void giveUp(RuntimeException why) {
        firstLive.completeExceptionally(why);
        ended.completeExceptionally(why);
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

    /** Calls the listener on the thread that reads. What it throws, and what is no item, ends the stream, not more. */
    private final class Events extends EventSourceListener {
        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            if (closed) {
                close();
            } else if (Wire.LIVE.equals(type)) {
                live();
            } else if (Wire.GAP.equals(type)) {
                listener.gap();
            } else {
                listener.push(SentEvents.decode(type, data));
            }
        }
    }
}
