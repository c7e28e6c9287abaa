package anywire.transport.kit;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Listener;
import anywire.transport.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * One subscription as its client has it, through all lives of its connection: for transports that keep it alive by
 * themselves. Safe for use by many threads; its listener is called by one at a time, and what it throws is counted.
 */
public final class ClientSubscription implements Subscription {
    private final Call call;
    private final String topic;
    private final Listener listener;
    private final LongAdder listenerFailures;
    private final Consumer<ClientSubscription> onClose;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closed;

    /**
     * @param listenerFailures counts what the listener throws
     * @param onClose told once, when its owner closes it
     */
    public ClientSubscription(
            Call call,
            String topic,
            Listener listener,
            LongAdder listenerFailures,
            Consumer<ClientSubscription> onClose) {
        this.call = call;
        this.topic = topic;
        this.listener = listener;
        this.listenerFailures = listenerFailures;
        this.onClose = onClose;
    }

    public Call call() {
        return call;
    }

    public String topic() {
        return topic;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Nothing, once it is closed. */
    public void push(Body item) {
        tell(() -> listener.push(item));
    }

    /** Nothing, once it is closed. */
    public void gap() {
        tell(listener::gap);
    }

    private synchronized void tell(Runnable notice) {
        if (closed) {
            return;
        }
        try {
            notice.run();
        } catch (RuntimeException | AssertionError e) {
            listenerFailures.increment();
        }
    }

    /** With its client. */
    public void end() {
        closed = true;
        ended.complete(null);
    }

    /** By the other side. */
    public void end(Throwable why) {
        closed = true;
        ended.completeExceptionally(why);
    }

    /** One that nobody can complete but this, and whose failure is not wrapped. */
    @Override
    public CompletableFuture<Void> ended() {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        CompletableFuture<Void> unused = ended.whenComplete((nothing, failure) -> {
            if (failure == null) {
                seen.complete(null);
            } else {
                seen.completeExceptionally(failure);
            }
        });
        return seen;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.accept(this);
            ended.complete(null);
        }
    }
}
