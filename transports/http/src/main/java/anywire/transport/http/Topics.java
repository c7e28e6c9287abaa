package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Publisher;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Who hears what. Each item is encoded once, and costs each event loop one task, whose subscribers it then writes to. */
final class Topics implements Publisher {
    private final ConcurrentHashMap<String, Set<EventStream>> byTopic = new ConcurrentHashMap<>();

    void add(EventStream stream) {
        byTopic.compute(stream.topic(), (topic, present) -> {
            Set<EventStream> streams = present == null ? ConcurrentHashMap.newKeySet() : present;
            streams.add(stream);
            return streams;
        });
    }

    void remove(@Nullable EventStream stream) {
        if (stream != null) {
            byTopic.computeIfPresent(stream.topic(), (topic, streams) -> {
                streams.remove(stream);
                return streams.isEmpty() ? null : streams;
            });
        }
    }

    @Override
    public CompletableFuture<Void> publish(Set<String> topics, Body item) {
        Map<EventLoop, List<EventStream>> byLoop = new HashMap<>();
        for (String topic : topics) {
            for (EventStream stream : byTopic.getOrDefault(topic, Set.of())) {
                byLoop.computeIfAbsent(stream.loop(), loop -> new ArrayList<>()).add(stream);
            }
        }
        if (byLoop.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> handedOver = new CompletableFuture<>();
        AtomicInteger loopsLeft = new AtomicInteger(byLoop.size());
        byte[] event = SentEvents.encode(item);
        byLoop.forEach((loop, streams) -> onLoop(loop, () -> {
            streams.forEach(stream -> stream.push(event));
            streams.forEach(EventStream::flush);
            if (loopsLeft.decrementAndGet() == 0) {
                handedOver.complete(null);
            }
        }));
        return handedOver;
    }

    /** Always through the loop's queue, even from the loop itself: items of a topic must not overtake one another. */
    private static void onLoop(EventLoop loop, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            task.run(); // the server is closed: its streams only drop what they are given
        }
    }
}
