package anywire.transport;

import java.util.concurrent.CompletableFuture;

public interface Subscription extends AutoCloseable {
    /**
     * Completes normally when this, or its client, is closed; exceptionally with a {@link RefusedException} if the service
     * no longer admits the caller. A server going away is never an end: the client subscribes again by itself, whatever
     * {@code maxInFlight} says, and tells the listener of the {@linkplain Listener#gap() gap}.
     */
    CompletableFuture<Void> ended();

    /** Nothing is pushed after this returns but what was already under way. Idempotent. */
    @Override
    void close();
}
