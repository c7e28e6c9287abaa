package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened at one client or server. Safe for use by many threads. */
final class UdpCounters {
    final LongAdder sessions = new LongAdder();
    final LongAdder datagramsSent = new LongAdder();
    /** Each one a system call, or a few. */
    final LongAdder flushes = new LongAdder();
    /** Requests and items that were sent again. */
    final LongAdder retransmissions = new LongAdder();
    /** Requests that came again: answered with what was answered first, or not at all. */
    final LongAdder repetitions = new LongAdder();
    /** Datagrams that the socket's buffer had no room for. */
    final LongAdder sendBufferFull = new LongAdder();
    /** Messages whose missing pieces were not waited for any more. */
    final LongAdder unfinished = new LongAdder();
    /** Sessions ended since the peer gave no sign of life. */
    final LongAdder silentPeers = new LongAdder();
    /** Hellos not answered since there were too many sessions. */
    final LongAdder turnedAway = new LongAdder();
    /** Replies too old or too large to remember. */
    final LongAdder repliesForgotten = new LongAdder();
    /** Items that slow subscribers lost. */
    final LongAdder pushesLost = new LongAdder();
    /** Subscriptions whose lease ran out. */
    final LongAdder leasesEnded = new LongAdder();
    /** Sessions whose clients were silent for too long. */
    final LongAdder sessionsForgotten = new LongAdder();
    /** Events that no service took: refused, or failed after they were acknowledged. */
    final LongAdder eventsDropped = new LongAdder();
    /** Replies that nobody waited for any more. */
    final LongAdder lateReplies = new LongAdder();
    /** Listeners that threw. */
    final LongAdder listenerFailures = new LongAdder();

    private final LongAdder[] bad = new LongAdder[Reason.values().length];

    UdpCounters() {
        for (int i = 0; i < bad.length; i++) {
            bad[i] = new LongAdder();
        }
    }

    void bad(Reason reason) {
        bad[reason.ordinal()].increment();
    }

    /** Those that every end has, and of the others those that are not 0. */
    Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("sessions made", sessions.sum());
        all.put("datagrams sent", datagramsSent.sum());
        all.put("flushes", flushes.sum());
        addUnlessZero(all, "retransmissions", retransmissions);
        addUnlessZero(all, "repetitions", repetitions);
        addUnlessZero(all, "send buffer full", sendBufferFull);
        addUnlessZero(all, "unfinished messages", unfinished);
        addUnlessZero(all, "silent peers", silentPeers);
        addUnlessZero(all, "sessions turned away", turnedAway);
        addUnlessZero(all, "replies forgotten", repliesForgotten);
        addUnlessZero(all, "pushes lost", pushesLost);
        addUnlessZero(all, "leases ended", leasesEnded);
        addUnlessZero(all, "sessions forgotten", sessionsForgotten);
        addUnlessZero(all, "events dropped", eventsDropped);
        addUnlessZero(all, "late replies", lateReplies);
        addUnlessZero(all, "listener failures", listenerFailures);
        for (Reason reason : Reason.values()) {
            addUnlessZero(all, "bad datagrams: " + reason.words, bad[reason.ordinal()]);
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
