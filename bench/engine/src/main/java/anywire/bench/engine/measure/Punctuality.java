package anywire.bench.engine.measure;

import anywire.bench.model.Latency;
import anywire.bench.model.Window;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the driver sent on time. Latency counts from the intended start, so a late driver makes every transport look slow:
 * coordinated omission turned round.
 */
public final class Punctuality {
    /** Half of the sends are within 0.05 ms on a quiet machine, at 50 and at 1,000/s. */
    private static final long MAX_P50_NANOS = 100_000;
    /** Nine sends in ten must be on time: within about the cost of one call here, */
    private static final long MAX_P90_NANOS = 300_000;
    /** or, of what takes longer, within a quarter of it: the lag is part of the latency, and this much of it at most. */
    private static final double MAX_P90_SHARE = 0.25;
    /** These two catch a driver that stood still. A stall must take a tenth of a window, 60 ms, to move its p90. */
    private static final long MAX_P99_NANOS = 20_000_000;

    private static final long MAX_NANOS = 50_000_000;

    private Punctuality() {}

    /** How late it was, with the bounds, in words; empty if it was on time. */
    public static Optional<String> late(Window window) {
        Latency lag = window.sendLag();
        double maxP90Nanos =
                Math.max(MAX_P90_NANOS, MAX_P90_SHARE * window.intended().p90Nanos());
        boolean punctual = lag.p50Nanos() <= MAX_P50_NANOS
                && lag.p90Nanos() <= maxP90Nanos
                && lag.p99Nanos() <= MAX_P99_NANOS
                && lag.maxNanos() <= MAX_NANOS;
        return punctual
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the driver sent late over %s: p50 %.2f ms (bound 0.1), p90 %.2f ms (bound %.2f), p99 %.1f ms"
                                + " (bound 20), at most %.1f ms (bound 50)",
                        window.transport(),
                        lag.p50Nanos() / 1e6,
                        lag.p90Nanos() / 1e6,
                        maxP90Nanos / 1e6,
                        lag.p99Nanos() / 1e6,
                        lag.maxNanos() / 1e6));
    }
}
