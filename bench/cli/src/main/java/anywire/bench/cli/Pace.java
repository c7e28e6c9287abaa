package anywire.bench.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How far a run is in time. Most of a generation's time goes before its first window, so only whole generations tell the pace;
 * until the first is over, the plan's estimate has to do.
 */
final class Pace {
    private static final double NOT_QUITE = 0.99;
    private static final double ROUNDING = 1e-6;

    private final LongSupplier nanos;
    private final long beganNanos;
    private int units;
    private double totalNanos;
    private double generationsSeen;

    /**
     * @param units generations, and what is as long as some
     * @param nanos a clock as {@link System#nanoTime}
     */
    Pace(Duration estimate, int units, LongSupplier nanos) {
        this.nanos = nanos;
        this.beganNanos = nanos.getAsLong();
        this.units = units;
        this.totalNanos = Math.max(1, estimate.toNanos());
    }

    /** @param doneShare of all units, parts of one included */
    void at(double doneShare) {
        double generationsDone = doneShare * units;
        boolean whole = Math.abs(generationsDone - Math.rint(generationsDone)) < ROUNDING;
        // Only as it ends: the next one's warm-up stands at the same share.
        if (whole && generationsDone > generationsSeen + ROUNDING) {
            generationsSeen = generationsDone;
            totalNanos = Math.max(1, elapsedNanos() / doneShare);
        }
    }

    /** The whole of it, from the beginning. */
    void replanned(Duration estimate, int unitsNow) {
        units = unitsNow;
        totalNanos = Math.max(1, estimate.toNanos());
    }

    /** Of the time that it will take, 0 to 0.99: it may take longer than thought. */
    double share() {
        return Math.min(NOT_QUITE, elapsedNanos() / totalNanos);
    }

    Duration left() {
        return Duration.ofNanos(Math.round(Math.max(0, totalNanos - elapsedNanos())));
    }

    long elapsedNanos() {
        return nanos.getAsLong() - beganNanos;
    }
}
