package anywire.transport.kit;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A server's publisher, for transports that keep their subscribers by themselves: who has subscribed to what, over all
 * connections. Safe for use by many threads.
 */
public final class Topics<S extends Topics.Subscriber> implements Publisher {
    /** A topic is one operation's alone. */
    public record Key(Operation push, String topic) {}

    /** One subscriber, as the server has it. */
    public interface Subscriber {
        Key topic();

        /** What it wants its items in. */
        Format format();

        /** On the publisher's thread: must not wait. What it can't take is lost to it alone. */
        void push(Body item);
    }

    private final SubscribersByTopic<S> subscribers = new SubscribersByTopic<>();
    private final int maxBodyBytes;
    private volatile boolean closed;

    /** @param maxBodyBytes a larger item is {@code TooLarge} */
    public Topics(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    public void add(S subscriber) {
        subscribers.add(subscriber.topic(), subscriber);
    }

    public void remove(S subscriber) {
        subscribers.remove(subscriber.topic(), subscriber);
    }

    /** Nothing is published from now on. */
    public void close() {
        closed = true;
    }

    /** Done when each subscriber has taken the item, or lost it. */
    @Override
    public CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item) {
        if (closed) {
            return CompletableFuture.failedFuture(new TransportException.Closed("the server is closed", false));
        }
        Publication publication = new Publication(new SharedItem(item, maxBodyBytes));
        subscribers.forEach(push, topics, publication::to);
        return publication.failure == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(publication.failure);
    }

    private static final class Publication {
        private final SharedItem item;
        private @Nullable RuntimeException failure;

        private Publication(SharedItem item) {
            this.item = item;
        }

        private void to(Subscriber subscriber) {
            try {
                subscriber.push(item.as(subscriber.format()));
            } catch (RefusedException | TransportException.TooLarge e) {
                failure = e;
            }
        }
    }
}
