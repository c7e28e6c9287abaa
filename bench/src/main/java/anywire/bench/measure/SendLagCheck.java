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
    /** Verdicts go by p50 and p90, so nine sends in ten must be on time: within about the cost of one call here. */
    private static final long MAX_P90_NANOS = 300_000;
    /** A shared machine hiccups for some milliseconds a few times a second; a late driver is late more often. */
    private static final long MAX_P99_NANOS = 20_000_000;
    /** A driver that stood still this long has not driven. */
    private static final long MAX_NANOS = 50_000_000;

    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        Latency lag = window.sendLag();
        boolean punctual =
                lag.p90Nanos() <= MAX_P90_NANOS && lag.p99Nanos() <= MAX_P99_NANOS && lag.maxNanos() <= MAX_NANOS;
        if (punctual || !asked.open()) {
            return Optional.empty();
        }
        boolean filled = asked.room().callsFillDriver(window);
        return Optional.of(new Flaw(
                "send-lag",
                filled ? Blame.TRANSPORT : Blame.HARNESS,
                String.format(
                        Locale.ROOT,
                        "the driver sent late over %s: p90 %.2f ms (bound 0.3), p99 %.1f ms (bound 20), at most %.1f ms"
                                + " (bound 50)%s",
                        window.transport(),
                        lag.p90Nanos() / 1e6,
                        lag.p99Nanos() / 1e6,
                        lag.maxNanos() / 1e6,
                        filled
                                ? ", calls filling its core: "
                                        + Figures.percent(asked.room().driverShare(window))
                                : "")));
    }
}
