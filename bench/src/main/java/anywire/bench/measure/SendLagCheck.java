package anywire.bench.measure;

import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Latency;
import anywire.bench.run.Window;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the driver itself was on time. Latency counts from the intended start, so a late driver makes every transport
 * look slow: coordinated omission turned round. Where the driver was late because what it drives, the transport's client
 * most of all, had filled its core, the transport did not hold at this rate; otherwise the harness is to blame.
 */
final class SendLagCheck implements WindowCheck {
    /** Verdicts go by the median first. On a quiet machine half of the sends are within 0.05 ms, at 50 and at 1,000/s. */
    private static final long MAX_P50_NANOS = 100_000;
    /** They go by p90 too, so nine sends in ten must be on time: within about the cost of one call here, */
    private static final long MAX_P90_NANOS = 300_000;
    /** or, of what takes longer, within a quarter of it: the lag is part of the latency, and this much of it at most. */
    private static final double MAX_P90_SHARE = 0.25;
    /**
     * Of few sends, p90 is the machine's, which hiccups for 1 to 4 ms a few times in every window: on a quiet one the
     * worst of some 300 windows, of 30 sends each, was 1.7 ms.
     */
    private static final long MAX_P90_OF_FEW_NANOS = 3_000_000;

    private static final int FEW = 100;
    /** These two catch a driver that stood still. A stall must take a tenth of a window, 60 ms, to move its p90. */
    private static final long MAX_P99_NANOS = 20_000_000;

    private static final long MAX_NANOS = 50_000_000;

    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        Latency lag = window.sendLag();
        double maxP90Nanos = lag.count() < FEW
                ? MAX_P90_OF_FEW_NANOS
                : Math.max(MAX_P90_NANOS, MAX_P90_SHARE * window.intended().p90Nanos());
        boolean punctual = lag.p50Nanos() <= MAX_P50_NANOS
                && lag.p90Nanos() <= maxP90Nanos
                && lag.p99Nanos() <= MAX_P99_NANOS
                && lag.maxNanos() <= MAX_NANOS;
        if (punctual || !asked.open()) {
            return Optional.empty();
        }
        boolean filled = asked.room().callsFillDriver(window);
        return Optional.of(new Flaw(
                "send-lag",
                filled ? Blame.TRANSPORT : Blame.HARNESS,
                String.format(
                        Locale.ROOT,
                        "the driver sent late over %s: p50 %.2f ms (bound 0.1), p90 %.2f ms (bound %.2f), p99 %.1f ms"
                                + " (bound 20), at most %.1f ms (bound 50)%s",
                        window.transport(),
                        lag.p50Nanos() / 1e6,
                        lag.p90Nanos() / 1e6,
                        maxP90Nanos / 1e6,
                        lag.p99Nanos() / 1e6,
                        lag.maxNanos() / 1e6,
                        filled
                                ? ", calls filling its core: "
                                        + Figures.percent(asked.room().driverShare(window))
                                : "")));
    }
}
