package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import anywire.transport.kit.SharedItem;
import anywire.transport.kit.SubscribersByTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who has subscribed to what. An item is encoded once for each format, and handed to the event loop once for all its
 * subscribers. Safe for use by many threads.
 */
final class LeaseTopics implements Publisher {
    private final SubscribersByTopic<UdpSubscriber> subscribers = new SubscribersByTopic<>();
    private final int maxBodyBytes;
    private final Mailbox mailbox;
    private volatile boolean closed;

    LeaseTopics(int maxBodyBytes, Mailbox mailbox) {
        this.maxBodyBytes = maxBodyBytes;
        this.mailbox = mailbox;
    }

    void add(UdpSubscriber subscriber) {
        subscribers.add(subscriber.topic(), subscriber);
    }

    void remove(UdpSubscriber subscriber) {
        subscribers.remove(subscriber.topic(), subscriber);
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
        Publication publication = new Publication(new SharedItem(item, maxBodyBytes));
        subscribers.forEach(push, topics, publication::to);
        if (!publication.shares.isEmpty() && !mailbox.offer(publication)) {
            publication.shares.forEach(Share::lost);
        }
        return publication.failure == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(publication.failure);
    }

    private record Share(UdpSubscriber subscription, Body body, int bytes) {
        private void lost() {
            subscription.lost(bytes);
        }

        private void push() {
            subscription.push(body, bytes);
        }
    }

    /** One item on its way to the event loop. */
    private static final class Publication implements Runnable {
        private static final int ITEM_BYTES = 64;

        private final SharedItem item;
        private final List<Share> shares = new ArrayList<>();
        private @Nullable RuntimeException failure;

        private Publication(SharedItem item) {
            this.item = item;
        }

        private void to(UdpSubscriber subscriber) {
            try {
                Body body = item.as(subscriber.format());
                int bytes = body.size() + ITEM_BYTES;
                if (subscriber.takeRoom(bytes)) {
                    shares.add(new Share(subscriber, body, bytes));
                }
            } catch (RefusedException | TransportException.TooLarge e) {
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
