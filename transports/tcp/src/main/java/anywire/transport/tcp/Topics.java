package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Publisher;
import anywire.transport.TransportException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who has subscribed to what, over all connections of a server. Safe for use by many threads. */
final class Topics implements Publisher {
    private final ConcurrentHashMap<String, Set<ServerSubscription>> byTopic = new ConcurrentHashMap<>();
    private final int maxBodyBytes;

    Topics(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
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

    /** Done when each subscriber's connection has taken the item, or the subscriber's buffer was full. */
    @Override
    public CompletableFuture<Void> publish(Set<String> topics, Body item) {
        if (item.size() > maxBodyBytes) {
            return CompletableFuture.failedFuture(new TransportException.TooLarge(
                    "an item of " + item.size() + " bytes, over maxBody=" + maxBodyBytes, false));
        }
        for (String topic : topics) {
            Set<ServerSubscription> all = byTopic.get(topic);
            if (all != null) {
                all.forEach(subscription -> subscription.push(item));
            }
        }
        return CompletableFuture.completedFuture(null);
    }
}
