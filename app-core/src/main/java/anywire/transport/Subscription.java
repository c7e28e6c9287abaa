package anywire.transport;

import java.util.concurrent.CompletableFuture;

public interface Subscription extends AutoCloseable {
    /**
     * Completes normally when closed by either side on purpose; exceptionally, with the reason, if the client gave up. A
     * lost connection is no end: the client subscribes again by itself and tells the listener of the {@linkplain
     * Listener#gap() gap}.
     */
    CompletableFuture<Void> ended();

    /** Nothing is pushed after this returns but what was already under way. Idempotent. */
    @Override
    void close();
}
