package anywire.transport.amq;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Events that a broker has not spoken of yet, by their numbers on one channel. */
final class Confirms {
    private final ConcurrentNavigableMap<Long, Event> awaited = new ConcurrentSkipListMap<>();

    /** @param id of the pending call that waits for it */
    record Event(long id, String queue) {}

    /** Before it is published, since the broker may be quick. */
    void expect(long number, Event event) {
        awaited.put(number, event);
    }

    /** @param andAllBefore whether the broker speaks of all that are still awaited up to this one */
    void settle(long number, boolean andAllBefore, Consumer<Event> how) {
        if (andAllBefore) {
            ConcurrentNavigableMap<Long, Event> all = awaited.headMap(number, true);
            all.values().forEach(how);
            all.clear();
            return;
        }
        Event event = awaited.remove(number);
        if (event != null) {
            how.accept(event);
        }
    }
}
