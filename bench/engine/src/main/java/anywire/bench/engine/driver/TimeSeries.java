package anywire.bench.engine.driver;

import anywire.bench.engine.driver.Protocol.Steps;
import anywire.bench.model.FlightLog;
import anywire.bench.model.FlightLog.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A window's log in steps of time. */
final class TimeSeries {
    private TimeSeries() {}

    static Steps log(FlightLog log, long startNanos, long stepNanos) {
        long end = startNanos;
        for (int n = 0; n < log.started(); n++) {
            end = Math.max(end, Math.max(log.sentNanos(n), log.doneNanos(n)));
        }
        int steps = (int) ((end - startNanos) / stepNanos) + 1;
        long[] sent = new long[steps];
        long[] wentOn = new long[steps];
        long[] failed = new long[steps];
        List<List<Long>> took = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            took.add(new ArrayList<>());
        }
        for (int n = 0; n < log.started(); n++) {
            sent[step(log.sentNanos(n) - startNanos, stepNanos)]++;
            if (log.outcome(n) != Outcome.OPEN) {
                int step = step(log.doneNanos(n) - startNanos, stepNanos);
                boolean well = log.outcome(n) == Outcome.RIGHT;
                (well ? wentOn : failed)[step]++;
                if (well) {
                    took.get(step).add(log.doneNanos(n) - log.intendedNanos(n));
                }
            }
        }
        return new Steps(
                startNanos,
                sums(sent),
                sums(wentOn),
                sums(failed),
                took.stream().map(TimeSeries::median).toList());
    }

    private static int step(long nanos, long stepNanos) {
        return (int) (Math.max(0, nanos) / stepNanos);
    }

    private static List<Long> sums(long[] counts) {
        List<Long> sums = new ArrayList<>();
        long sum = 0;
        for (long count : counts) {
            sum += count;
            sums.add(sum);
        }
        return sums;
    }

    private static long median(List<Long> nanos) {
        return nanos.isEmpty() ? 0 : nanos.stream().sorted().toList().get(nanos.size() / 2);
    }
}
