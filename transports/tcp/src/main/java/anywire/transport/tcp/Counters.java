package anywire.transport.tcp;

import anywire.transport.tcp.BadFrame.Reason;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened, over all connections of one client or server. Safe for use by many threads. */
final class Counters {
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

    Counters() {
        for (int i = 0; i < badFrames.length; i++) {
            badFrames[i] = new LongAdder();
        }
    }

    void badFrame(Reason reason) {
        badFrames[reason.ordinal()].increment();
    }

    /** Those that every end has, and of the others those that are not 0. */
    void addTo(Map<String, String> facts) {
        facts.put("connections made", connections.toString());
        facts.put("frames sent", framesSent.toString());
        facts.put("flushes", flushes.toString());
        addUnlessZero(facts, "silent peers", silentPeers);
        addUnlessZero(facts, "connections turned away", turnedAway);
        addUnlessZero(facts, "pushes lost", pushesLost);
        addUnlessZero(facts, "events dropped", eventsDropped);
        addUnlessZero(facts, "late replies", lateReplies);
        addUnlessZero(facts, "listener failures", listenerFailures);
        for (Reason reason : Reason.values()) {
            addUnlessZero(facts, "bad frames: " + reason.words, badFrames[reason.ordinal()]);
        }
    }

    private static void addUnlessZero(Map<String, String> facts, String name, LongAdder count) {
        if (count.sum() != 0) {
            facts.put(name, count.toString());
        }
    }
}
