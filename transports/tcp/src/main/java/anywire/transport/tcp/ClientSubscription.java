package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Listener;
import anywire.transport.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One subscription, as the client has it, through all lives of its connection. */
final class ClientSubscription implements Subscription {
    private final Call call;
    private final String topic;
    private final Listener listener;
    private final Counters counters;
    private final Consumer<ClientSubscription> onClose;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closed;

    ClientSubscription(
            Call call, String topic, Listener listener, Counters counters, Consumer<ClientSubscription> onClose) {
        this.call = call;
        this.topic = topic;
        this.listener = listener;
        this.counters = counters;
        this.onClose = onClose;
    }

    Call call() {
        return call;
    }

    String topic() {
        return topic;
    }

    boolean isClosed() {
        return closed;
    }

    void push(Body item) {
        if (!closed) {
            guarded(() -> listener.push(item));
        }
    }

    void gap() {
        if (!closed) {
            guarded(listener::gap);
        }
    }

    private void guarded(Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException | AssertionError e) {
            counters.listenerFailures.increment();
        }
    }

    void end() {
        closed = true;
        ended.complete(null);
    }

    void end(Throwable why) {
        closed = true;
        ended.completeExceptionally(why);
    }

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
