package anywire.transport.kit;

import anywire.transport.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Who has subscribed to what, over all connections of a server. Safe for use by many threads. */
public final class SubscribersByTopic<S> {
    private static final int FEW = 4;

    private final ConcurrentHashMap<Topics.Key, Set<S>> byTopic = new ConcurrentHashMap<>();

    public void add(Topics.Key topic, S subscriber) {
        byTopic.compute(topic, (key, present) -> {
            Set<S> all = present == null ? ConcurrentHashMap.newKeySet(FEW) : present;
            all.add(subscriber);
            return all;
        });
    }

    /** Nothing, if it isn't there. */
    public void remove(Topics.Key topic, S subscriber) {
        byTopic.computeIfPresent(topic, (key, all) -> {
            all.remove(subscriber);
            return all.isEmpty() ? null : all;
        });
    }

    /** On the caller's thread, each subscriber of each topic: one of two topics twice. */
    public void forEach(Operation push, Set<String> topics, Consumer<? super S> each) {
        for (String topic : topics) {
            Set<S> all = byTopic.get(new Topics.Key(push, topic));
            if (all != null) {
                all.forEach(each);
            }
        }
    }
}
