package anywire.transport.http;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened at a server that nobody else is told of. */
final class HttpCounters {
    final LongAdder refusedEvents = new LongAdder();
    final LongAdder droppedItems = new LongAdder();
    final LongAdder malformedRequests = new LongAdder();
    final LongAdder tooManyConnections = new LongAdder();

    Map<String, Long> asMap() {
        return Map.of(
                "refusedEvents", refusedEvents.sum(),
                "droppedItems", droppedItems.sum(),
                "malformedRequests", malformedRequests.sum(),
                "tooManyConnections", tooManyConnections.sum());
    }
}
