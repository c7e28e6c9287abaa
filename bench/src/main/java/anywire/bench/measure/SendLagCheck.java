package anywire.bench.measure;

import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Latency;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the driver itself was on time. Latency counts from the intended start, so a late driver makes every transport
 * look slow: coordinated omission turned round.
 */
final class SendLagCheck implements WindowCheck {
    /** One send in a hundred may be this late: a hiccup of a shared machine is shorter and rarer. */
    private static final long MAX_P99_NANOS = 2_000_000;
    /** A driver that stood still this long has not driven. */
    private static final long MAX_NANOS = 50_000_000;

    @Override
    public Optional<Flaw> flaw(Window window, Scenario scenario, Duration deadline) {
        Latency lag = window.sendLag();
        if (!scenario.load().loop().open() || (lag.p99Nanos() <= MAX_P99_NANOS && lag.maxNanos() <= MAX_NANOS)) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(
                "send-lag",
                Blame.HARNESS,
                String.format(
                        Locale.ROOT,
                        "the driver sent late over %s: p99 %.1f ms (bound 2 ms), at most %.1f ms (bound 50 ms)",
                        window.transport(),
                        lag.p99Nanos() / 1e6,
                        lag.maxNanos() / 1e6)));
    }
}
