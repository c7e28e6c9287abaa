package anywire.transport;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One server's end of push. Safe for use by many threads. */
public interface Publisher {
    /**
     * Pushes an item to whoever has subscribed to any of the topics; to a subscriber of two of them twice.
     *
     * @param push the operation that they subscribed to
     * @return done when handed to the wire for all present subscribers of this server (or to the broker); nobody
     *     subscribed is fine. Never waits for a slow subscriber: one whose buffer is full loses the item and hears
     *     {@link Listener#gap()}. Fails with {@code Closed} once the server is closed
     */
    CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item);

    /** What is pushed, in whatever format a subscriber asked for. */
    @FunctionalInterface
    interface Item {
        /**
         * The same body for the same format each time; a transport asks once a publish and format, not once a
         * subscriber.
         *
         * @throws RefusedException for a format that the service doesn't have; subscribers were refused it before
         */
        Body as(Format format);
    }
}
