package anywire.transport;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The server's end of push. Safe for use by many threads. */
public interface Publisher {
    /**
     * Pushes an item to whoever has subscribed to any of the topics; to a subscriber of two of them twice.
     *
     * @return done when handed to the wire for all present subscribers of this server (or to the broker); nobody
     *     subscribed is fine. Never waits for a slow subscriber: one whose buffer is full loses the item and hears
     *     {@link Listener#gap()}
     */
    CompletableFuture<Void> publish(Set<String> topics, Body item);
}
