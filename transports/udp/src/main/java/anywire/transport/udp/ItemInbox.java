package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.kit.ClientSubscription;
import java.util.TreeMap;

/**
 * One subscription in one session: items in their order. Of those that are sent again until they are heard, it waits for
 * what is missing; of others, what is missing is a gap, and what comes late is nothing. On the event loop.
 */
final class ItemInbox {
    private final ClientSubscription subscription;
    private final boolean once;
    private final TreeMap<Long, Item> early = new TreeMap<>();
    private long next = 1;

    ItemInbox(ClientSubscription subscription, boolean once) {
        this.subscription = subscription;
        this.once = once;
    }

    ClientSubscription subscription() {
        return subscription;
    }

    void add(Item item) {
        if (item.place() < next) {
            return;
        }
        if (item.place() > next && !once) {
            early.put(item.place(), item);
            return;
        }
        if (item.place() > next) {
            subscription.gap();
        }
        hand(item);
        while (!early.isEmpty() && early.firstKey() == next) {
            hand(early.pollFirstEntry().getValue());
        }
    }

    private void hand(Item item) {
        next = item.place() + 1;
        if (item.afterGap()) {
            subscription.gap();
        }
        Body body = item.body();
        if (body != null) {
            subscription.push(body);
        }
    }
}
