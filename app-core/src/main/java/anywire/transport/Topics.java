package anywire.transport;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    private final ConcurrentHashMap<Key, Set<S>> byTopic = new ConcurrentHashMap<>();
    private final int maxBodyBytes;
    private volatile boolean closed;

    /** @param maxBodyBytes a larger item is {@code TooLarge} */
    public Topics(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    public void add(S subscriber) {
        byTopic.compute(subscriber.topic(), (topic, present) -> {
            Set<S> all = present == null ? ConcurrentHashMap.newKeySet(4) : present;
            all.add(subscriber);
            return all;
        });
    }

    public void remove(S subscriber) {
        byTopic.computeIfPresent(subscriber.topic(), (topic, all) -> {
            all.remove(subscriber);
            return all.isEmpty() ? null : all;
        });
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
        Publication publication = new Publication(item, maxBodyBytes);
        for (String topic : topics) {
            Set<S> all = byTopic.get(new Key(push, topic));
            if (all != null) {
                all.forEach(publication::to);
            }
        }
        return publication.failure == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(publication.failure);
    }

    /** One item on its way: asked for once a format. */
    private static final class Publication {
        private final Item item;
        private final int maxBodyBytes;
        private final Map<Format, Body> bodies = new HashMap<>(2);
        private @Nullable RuntimeException failure;

        private Publication(Item item, int maxBodyBytes) {
            this.item = item;
            this.maxBodyBytes = maxBodyBytes;
        }

        private void to(Subscriber subscriber) {
            try {
                Body body = bodies.computeIfAbsent(subscriber.format(), item::as);
                if (body.size() > maxBodyBytes) {
                    failure = new TransportException.TooLarge(
                            "an item of " + body.size() + " bytes, over maxBody=" + maxBodyBytes, false);
                } else {
                    subscriber.push(body);
                }
            } catch (RefusedException e) {
                failure = e;
            }
        }
    }
}
