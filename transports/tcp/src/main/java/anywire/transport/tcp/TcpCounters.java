package anywire.transport.tcp;

import anywire.transport.tcp.BadFrame.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened, over all connections of one client or server. Safe for use by many threads. */
final class TcpCounters {
    /** Connections that came about. */
    final LongAdder connections = new LongAdder();

    final LongAdder framesSent = new LongAdder();
    /** Each one a system call, or more where the socket's buffer is full. */
    final LongAdder flushes = new LongAdder();
    /** Connections ended since the peer gave no sign of life. */
    final LongAdder silentPeers = new LongAdder();
    /** Connections closed at once since there were too many. */
    final LongAdder turnedAway = new LongAdder();
    /** Items that slow subscribers lost. */
    final LongAdder pushesLost = new LongAdder();
    /** Events that no service took: refused, or failed after they were acknowledged. */
    final LongAdder eventsDropped = new LongAdder();
    /** Replies that nobody waited for any more. */
    final LongAdder lateReplies = new LongAdder();
    /** Listeners that threw. */
    final LongAdder listenerFailures = new LongAdder();

    private final LongAdder[] badFrames = new LongAdder[Reason.values().length];

    TcpCounters() {
        for (int i = 0; i < badFrames.length; i++) {
            badFrames[i] = new LongAdder();
        }
    }

    void badFrame(Reason reason) {
        badFrames[reason.ordinal()].increment();
    }

    /** Those that every end has, and of the others those that are not 0. */
    Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("connections made", connections.sum());
        all.put("frames sent", framesSent.sum());
        all.put("flushes", flushes.sum());
        addUnlessZero(all, "silent peers", silentPeers);
        addUnlessZero(all, "connections turned away", turnedAway);
        addUnlessZero(all, "pushes lost", pushesLost);
        addUnlessZero(all, "events dropped", eventsDropped);
        addUnlessZero(all, "late replies", lateReplies);
        addUnlessZero(all, "listener failures", listenerFailures);
        for (Reason reason : Reason.values()) {
            addUnlessZero(all, "bad frames: " + reason.words, badFrames[reason.ordinal()]);
        }
        return all;
    }

    private static void addUnlessZero(Map<String, Long> all, String name, LongAdder count) {
        long sum = count.sum();
        if (sum != 0) {
            all.put(name, sum);
        }
    }
}
