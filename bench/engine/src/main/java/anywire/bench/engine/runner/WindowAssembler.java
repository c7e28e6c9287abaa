package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.measure.HistogramBytes;
import anywire.bench.model.Accounting;
import anywire.bench.model.Cost;
import anywire.bench.model.Histograms;
import anywire.bench.model.Latency;
import anywire.bench.model.Machine;
import anywire.bench.model.Window;
import anywire.host.CallTally;
import anywire.host.Spent;
import java.util.List;

/** Puts together what both ends of a window said; what went on beside it is added when that is known. */
final class WindowAssembler {
    private static final int INDEX_BITS = 32;

    private WindowAssembler() {}

    /** Unique in a run, and part of each call's key. @param index of the window in its generation, from 0 */
    static long id(int generation, int index) {
        return ((long) generation << INDEX_BITS) + index + 1;
    }

    static Window cell(
            int index,
            int round,
            String scenario,
            String transport,
            long startMillis,
            Measured m,
            Cost server,
            long brokerCpuNanos,
            long brokerJitNanos,
            CallTally tally) {
        return new Window(
                index,
                round,
                scenario,
                transport,
                startMillis,
                m.seconds(),
                latency(m.intended()),
                latency(m.actual()),
                latency(m.sendLag()),
                m.perSecond(),
                accounting(m, tally),
                cost(m.spent()),
                server,
                brokerCpuNanos,
                brokerJitNanos,
                Machine.UNKNOWN,
                m.steadiness());
    }

    static Window floor(int index, int round, String floor, long startMillis, Measured m) {
        Latency latency = latency(m.actual());
        Accounting accounting = new Accounting(
                m.sent(), m.sent(), m.right(), m.wrong(), 0, 0, 0, 0, m.sent(), 0, 0, 0, 0, 0, 0, 0, List.of(), true);
        return new Window(
                index,
                round,
                "",
                floor,
                startMillis,
                m.seconds(),
                latency,
                latency,
                Latency.NONE,
                m.perSecond(),
                accounting,
                cost(m.spent()),
                Cost.NONE,
                0,
                0,
                Machine.UNKNOWN,
                m.steadiness());
    }

    private static Accounting accounting(Measured m, CallTally tally) {
        long accounted = m.right() + m.wrong() + m.refused() + m.failed() + m.timedOut() + m.unanswered();
        boolean balanced = accounted == m.sent()
                && tally.unknown() == 0
                && tally.executed() >= m.right() + m.wrong() + m.refused()
                && m.pushes().heard() <= m.pushes().expected();
        return new Accounting(
                m.intendedCount(),
                m.sent(),
                m.right(),
                m.wrong(),
                m.refused(),
                m.failed(),
                m.timedOut(),
                m.unanswered(),
                tally.executed(),
                tally.lost(),
                tally.doubled(),
                tally.outOfOrder(),
                m.pushes().expected(),
                m.pushes().heard(),
                m.pushes().doubled(),
                m.pushes().outOfOrder(),
                m.faults(),
                balanced);
    }

    private static Latency latency(byte[] histogram) {
        return Histograms.latency(HistogramBytes.histogram(histogram));
    }

    static Cost cost(Spent spent) {
        return new Cost(
                spent.cpuNanos(),
                spent.kernelNanos(),
                spent.allocatedBytes(),
                spent.jitNanos(),
                spent.gcCount(),
                spent.gcMillis());
    }
}
