package anywire.bench.engine.measure;

import anywire.bench.model.FlightLog;
import anywire.bench.model.FlightLog.Outcome;
import anywire.bench.model.Histograms;
import anywire.bench.model.Steadiness;
import org.HdrHistogram.Histogram;

/**
 * A window's log as histograms (in nanoseconds) and counts.
 *
 * @param intended from the intended start; what was not answered enters at its deadline or beyond, never vanishes
 * @param actual from the actual send
 * @param sendLag from the intended start to the actual send
 * @param steadiness of {@code intended}
 */
public record WindowSummary(
        Histogram intended,
        Histogram actual,
        Histogram sendLag,
        long sent,
        long right,
        long wrong,
        long refused,
        long failed,
        long timedOut,
        long unanswered,
        Steadiness steadiness) {

    /**
     * @param deadlineNanos what each action had; one that failed sooner counts as if it had taken that long
     * @param nowNanos when the window's time to drain was over
     */
    public static WindowSummary of(FlightLog log, long deadlineNanos, long nowNanos) {
        Histogram intended = Histograms.empty();
        Histogram actual = Histograms.empty();
        Histogram lag = Histograms.empty();
        long[] counts = new long[Outcome.values().length];
        int started = log.started();
        for (int i = 0; i < started; i++) {
            counts[log.outcome(i).ordinal()]++;
            intended.recordValue(latencyNanos(log, i, log.intendedNanos(i), deadlineNanos, nowNanos));
            actual.recordValue(latencyNanos(log, i, log.sentNanos(i), deadlineNanos, nowNanos));
            lag.recordValue(Math.max(0, log.sentNanos(i) - log.intendedNanos(i)));
        }
        return new WindowSummary(
                intended,
                actual,
                lag,
                started,
                counts[Outcome.RIGHT.ordinal()],
                counts[Outcome.WRONG.ordinal()],
                counts[Outcome.REFUSED.ordinal()],
                counts[Outcome.FAILED.ordinal()],
                counts[Outcome.TIMED_OUT.ordinal()],
                counts[Outcome.OPEN.ordinal()],
                Thirds.of(log, i -> latencyNanos(log, i, log.intendedNanos(i), deadlineNanos, nowNanos)));
    }

    private static long latencyNanos(FlightLog log, int i, long fromNanos, long deadlineNanos, long nowNanos) {
        Outcome outcome = log.outcome(i);
        boolean answered = outcome == Outcome.RIGHT || outcome == Outcome.WRONG || outcome == Outcome.REFUSED;
        long done = outcome == Outcome.OPEN ? nowNanos : log.doneNanos(i);
        return Math.max(answered ? 0 : deadlineNanos, done - fromNanos);
    }
}
