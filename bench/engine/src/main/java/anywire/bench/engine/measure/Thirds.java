package anywire.bench.engine.measure;

import anywire.bench.model.FlightLog;
import anywire.bench.model.Steadiness;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** The first and the last third of a window's actions, held against each other. */
final class Thirds {
    /** Of so few the median means little. */
    private static final int MIN_ACTIONS_OF_A_THIRD = 8;

    private Thirds() {}

    /** @param latencyNanos of the action of a number, as it counts in the window's own figures */
    static Steadiness of(FlightLog log, IntToLongFunction latencyNanos) {
        int third = log.started() / 3;
        return third < MIN_ACTIONS_OF_A_THIRD
                ? Steadiness.UNKNOWN
                : new Steadiness(
                        median(0, third, latencyNanos), median(log.started() - third, log.started(), latencyNanos));
    }

    private static long median(int from, int to, IntToLongFunction latencyNanos) {
        long[] nanos = new long[to - from];
        Arrays.setAll(nanos, i -> latencyNanos.applyAsLong(from + i));
        Arrays.sort(nanos);
        return nanos[(nanos.length - 1) / 2];
    }
}
