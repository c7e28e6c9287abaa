package anywire.transport.amq;

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
    private volatile String queue = "";

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

    /** Of the present connection; empty before there is one. */
    String queue() {
        return queue;
    }

    void listensTo(String named) {
        queue = named;
    }

    boolean isClosed() {
        return closed;
    }

    void push(Body item) {
        tell(() -> listener.push(item));
    }

    void gap() {
        tell(listener::gap);
    }

    /** A gap may be told by the courier, items come by the reader: one at a time. */
    private synchronized void tell(Runnable notice) {
        if (closed) {
            return;
        }
        try {
            notice.run();
        } catch (RuntimeException | AssertionError e) {
            counters.listenerFailures.increment();
        }
    }

    void end(Throwable why) {
        closed = true;
        onClose.accept(this);
        ended.completeExceptionally(why);
    }

    /** With its client. */
    void end() {
        closed = true;
        ended.complete(null);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.copy();
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
