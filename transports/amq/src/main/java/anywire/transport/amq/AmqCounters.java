package anywire.transport.amq;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened, over all connections of one client or server. Safe for use by many threads. */
final class AmqCounters {
    /** Connections that came about. */
    final LongAdder connections = new LongAdder();
    /** Messages handed to the library. */
    final LongAdder published = new LongAdder();
    /** Messages that no queue was there for. */
    final LongAdder unroutable = new LongAdder();
    /** Events that the broker would not take. */
    final LongAdder nacked = new LongAdder();
    /** Times that the broker asked for a pause. */
    final LongAdder blocked = new LongAdder();
    /** Messages that make no sense. */
    final LongAdder badMessages = new LongAdder();
    /** Replies that nobody waited for any more. */
    final LongAdder lateReplies = new LongAdder();
    /** Events that no service took. */
    final LongAdder eventsDropped = new LongAdder();
    /** Events that came again after they had been handled, and were not handled again. */
    final LongAdder redelivered = new LongAdder();
    /** Listeners that threw. */
    final LongAdder listenerFailures = new LongAdder();

    /** Those that every end has, and of the others those that are not 0. */
    Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("connections made", connections.sum());
        all.put("messages published", published.sum());
        addUnlessZero(all, "unroutable messages", unroutable);
        addUnlessZero(all, "events nacked by the broker", nacked);
        addUnlessZero(all, "pauses that the broker asked for", blocked);
        addUnlessZero(all, "bad messages", badMessages);
        addUnlessZero(all, "late replies", lateReplies);
        addUnlessZero(all, "events dropped", eventsDropped);
        addUnlessZero(all, "events redelivered", redelivered);
        addUnlessZero(all, "listener failures", listenerFailures);
        return all;
    }

    private static void addUnlessZero(Map<String, Long> all, String name, LongAdder count) {
        long sum = count.sum();
        if (sum != 0) {
            all.put(name, sum);
        }
    }
}
