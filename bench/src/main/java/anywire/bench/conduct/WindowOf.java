package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Measured;
import anywire.bench.measure.HistogramBytes;
import anywire.bench.run.Accounting;
import anywire.bench.run.Cost;
import anywire.bench.run.Histograms;
import anywire.bench.run.Latency;
import anywire.bench.run.Machine;
import anywire.bench.run.Window;
import anywire.host.Spent;
import anywire.host.Tally;
import java.util.List;

/** Puts together what both ends of a window said; what went on beside it is added when that is known. */
final class WindowOf {
    private WindowOf() {}

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
            Tally tally) {
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

    private static Accounting accounting(Measured m, Tally tally) {
        long accounted = m.right() + m.wrong() + m.refused() + m.failed() + m.timedOut() + m.unanswered();
        boolean balanced = accounted == m.sent()
                && tally.strangers() == 0
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
