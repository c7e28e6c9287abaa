package anywire.bench.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How far a run is in time. Most of a block's time goes before its first window, so only whole blocks tell the pace;
 * until the first is over, the plan's estimate has to do.
 */
final class Pace {
    private static final double NOT_QUITE = 0.99;
    private static final double ROUNDING = 1e-6;

    private final LongSupplier nanos;
    private final long beganNanos;
    private final int blocks;
    private double totalNanos;

    /** @param nanos a clock as {@link System#nanoTime} */
    Pace(Duration estimate, int blocks, LongSupplier nanos) {
        this.nanos = nanos;
        this.beganNanos = nanos.getAsLong();
        this.blocks = blocks;
        this.totalNanos = Math.max(1, estimate.toNanos());
    }

    /** @param doneShare of all blocks, parts of one included */
    void at(double doneShare) {
        double blocksDone = doneShare * blocks;
        if (blocksDone > ROUNDING && Math.abs(blocksDone - Math.rint(blocksDone)) < ROUNDING) {
            totalNanos = Math.max(1, elapsedNanos() / doneShare);
        }
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
