package anywire.transport.http;

import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import anywire.transport.kit.SharedItem;
import anywire.transport.kit.SubscribersByTopic;
import anywire.transport.kit.Topics;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who hears what. An item is encoded once for each format, and costs each event loop one task, which writes it to that
 * loop's subscribers.
 */
final class StreamTopics implements Publisher {
    private final SubscribersByTopic<EventStream> streams = new SubscribersByTopic<>();
    private final int maxItemBytes;
    private volatile boolean closed;

    StreamTopics(int maxItemBytes) {
        this.maxItemBytes = maxItemBytes;
    }

    /** What one subscriber is subscribed to. */
    record Wanted(Operation push, String topic, Format format) {
        private Topics.Key key() {
            return new Topics.Key(push, topic);
        }
    }

    private record Push(EventStream to, byte[] event) {}

    void add(EventStream stream) {
        streams.add(stream.wanted().key(), stream);
    }

    void remove(@Nullable EventStream stream) {
        if (stream != null) {
            streams.remove(stream.wanted().key(), stream);
        }
    }

    void close() {
        closed = true;
    }

    @Override
    public CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item) {
        if (closed) {
            return CompletableFuture.failedFuture(new TransportException.Closed("the server is closed", false));
        }
        Map<EventLoop, List<Push>> byLoop;
        try {
            byLoop = pushes(push, topics, item);
        } catch (TransportException.TooLarge e) {
            return CompletableFuture.failedFuture(e);
        }
        if (byLoop.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> handedOver = new CompletableFuture<>();
        AtomicInteger loopsLeft = new AtomicInteger(byLoop.size());
        byLoop.forEach((loop, pushes) -> {
            // Never at once, even on the loop itself: items of a topic must not overtake one another.
            boolean alive = Loops.later(loop, () -> {
                pushes.forEach(one -> one.to().push(one.event()));
                pushes.forEach(one -> one.to().flush());
                if (loopsLeft.decrementAndGet() == 0) {
                    handedOver.complete(null);
                }
            });
            if (!alive) {
                handedOver.completeExceptionally(new TransportException.Closed("the server is closed", false));
            }
        });
        return handedOver;
    }

    private Map<EventLoop, List<Push>> pushes(Operation push, Set<String> topics, Item item) {
        Map<EventLoop, List<Push>> byLoop = new HashMap<>();
        Map<Format, byte[]> events = new HashMap<>();
        SharedItem shared = new SharedItem(item, maxItemBytes);
        streams.forEach(push, topics, stream -> {
            byte[] event = events.computeIfAbsent(stream.wanted().format(), format -> encoded(shared, format));
            if (event != null) {
                byLoop.computeIfAbsent(stream.loop(), loop -> new ArrayList<>()).add(new Push(stream, event));
            }
        });
        return byLoop;
    }

    /** Null for a format that the service hasn't: whoever asked for it was to be refused. */
    private static byte @Nullable [] encoded(SharedItem item, Format format) {
        try {
            return SentEvents.encode(item.as(format));
        } catch (RefusedException e) {
            return null;
        }
    }
}
