package anywire.transport.inproc;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Listener;
import anywire.transport.Subscription;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One listener of one topic. Whoever pushes calls the listener, unless it is being called already: then the item waits,
 * and the thread that is there takes it. So the listener hears one item at a time and in order, and of all publishers at
 * most one waits for it. It goes by the client's hand from one server to the next.
 */
final class InProcessSubscription implements Subscription {
    private static final int MAX_WAITING = 1024;
    private static final System.Logger LOG = System.getLogger("anywire.inproc");

    private final InProcessClient client;
    private final Call call;
    private final String topic;
    private final Listener listener;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final ArrayDeque<Body> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean missed;
    private volatile boolean over;

    InProcessSubscription(InProcessClient client, Call call, String topic, Listener listener) {
        this.client = client;
        this.call = call;
        this.topic = topic;
        this.listener = listener;
    }

    Call call() {
        return call;
    }

    String topic() {
        return topic;
    }

    boolean isOver() {
        return over;
    }

    void push(Body item) {
        synchronized (waiting) {
            if (busy) {
                if (missed || waiting.size() == MAX_WAITING) {
                    missed = true;
                } else {
                    waiting.add(item);
                }
                return;
            }
            busy = true;
        }
        tell(item);
        tellWaiting();
    }

    /** Something may have been missed just now. */
    void gap() {
        synchronized (waiting) {
            missed = true;
            if (busy) {
                return;
            }
            busy = true;
        }
        tellWaiting();
    }

    private void tellWaiting() {
        while (true) {
            Body next;
            synchronized (waiting) {
                next = waiting.poll();
                if (next == null && !missed) {
                    busy = false;
                    return;
                }
                if (next == null) {
                    missed = false;
                }
            }
            tell(next);
        }
    }

    /** @param item null for a gap */
    private void tell(@Nullable Body item) {
        if (over) {
            return;
        }
        try {
            if (item == null) {
                listener.gap();
            } else {
                listener.push(item);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a listener of " + call.operation() + " failed", e);
        }
    }

    /** @param why null if on purpose */
    void end(@Nullable Throwable why) {
        over = true;
        if (why == null) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(why);
        }
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        over = true;
        client.unsubscribe(this);
        end(null);
    }
}
