package anywire.bench.measure;

import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Machine.Hiccups;
import anywire.bench.run.Window;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the machine woke threads in time. On a core that the measured processes fill, the meter may have waited for
 * these, so there it says nothing.
 */
final class HiccupCheck implements WindowCheck {
    /** As of the send lag: a hundredth of the moments, and a tenth of a window, move neither a p50 nor a p90. */
    private static final long MAX_P99_NANOS = 20_000_000;

    private static final long MAX_NANOS = 50_000_000;

    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        return asked.room().saturated(window)
                ? Optional.empty()
                : window.machine().hiccups().stream()
                        .filter(h -> h.p99Nanos() > MAX_P99_NANOS || h.maxNanos() > MAX_NANOS)
                        .findFirst()
                        .map(h -> flaw(window, h));
    }

    private static Flaw flaw(Window window, Hiccups hiccups) {
        return new Flaw(
                "hiccups",
                Blame.MACHINE,
                String.format(
                        Locale.ROOT,
                        "core %d woke threads late while %s was measured: p99 %.1f ms (bound 20), at most %.1f ms"
                                + " (bound 50)",
                        hiccups.core(),
                        window.transport(),
                        hiccups.p99Nanos() / 1e6,
                        hiccups.maxNanos() / 1e6));
    }
}
