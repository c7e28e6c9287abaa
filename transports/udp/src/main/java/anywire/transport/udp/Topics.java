package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has subscribed to what. An item is encoded once for each format, and handed to the event loop once for all its
 * subscribers. Safe for use by many threads.
 */
final class Topics implements Publisher {
    /** A topic is one operation's alone. */
    record Key(Operation push, String topic) {}

    private final ConcurrentHashMap<Key, Set<ServerSubscription>> byTopic = new ConcurrentHashMap<>();
    private final int maxBodyBytes;
    private final Mailbox mailbox;
    private volatile boolean closed;

    Topics(int maxBodyBytes, Mailbox mailbox) {
        this.maxBodyBytes = maxBodyBytes;
        this.mailbox = mailbox;
    }

    void add(ServerSubscription subscription) {
        byTopic.compute(subscription.topic(), (topic, present) -> {
            Set<ServerSubscription> all = present == null ? ConcurrentHashMap.newKeySet(4) : present;
            all.add(subscription);
            return all;
        });
    }

    void remove(ServerSubscription subscription) {
        byTopic.computeIfPresent(subscription.topic(), (topic, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    void close() {
        closed = true;
    }

    /** Done when the event loop has it, or the subscribers' buffers were full. */
    @Override
    public CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item) {
        if (closed) {
            return CompletableFuture.failedFuture(new TransportException.Closed("the server is closed", false));
        }
        Publication publication = new Publication(item, maxBodyBytes);
        for (String topic : topics) {
            Set<ServerSubscription> all = byTopic.get(new Key(push, topic));
            if (all != null) {
                all.forEach(publication::to);
            }
        }
        if (!publication.shares.isEmpty() && !mailbox.offer(publication)) {
            publication.shares.forEach(Share::lost);
        }
        return publication.failure == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(publication.failure);
    }

    private record Share(ServerSubscription subscription, Body body, int bytes) {
        private void lost() {
            subscription.lost(bytes);
        }

        private void push() {
            subscription.push(body, bytes);
        }
    }

    /** One item on its way: asked for once a format. */
    private static final class Publication implements Runnable {
        private static final int ITEM_BYTES = 64;

        private final Item item;
        private final int maxBodyBytes;
        private final Map<Format, Body> bodies = new HashMap<>(2);
        private final List<Share> shares = new ArrayList<>();
        private @Nullable RuntimeException failure;

        private Publication(Item item, int maxBodyBytes) {
            this.item = item;
            this.maxBodyBytes = maxBodyBytes;
        }

        private void to(ServerSubscription subscription) {
            try {
                Body body = bodies.computeIfAbsent(subscription.format(), item::as);
                int bytes = body.size() + ITEM_BYTES;
                if (body.size() > maxBodyBytes) {
                    failure = new TransportException.TooLarge(
                            "an item of " + body.size() + " bytes, over maxBody=" + maxBodyBytes, false);
                } else if (subscription.takeRoom(bytes)) {
                    shares.add(new Share(subscription, body, bytes));
                }
            } catch (RefusedException e) {
                failure = e;
            }
        }

        /** On the event loop. */
        @Override
        public void run() {
            shares.forEach(Share::push);
        }
    }
}
