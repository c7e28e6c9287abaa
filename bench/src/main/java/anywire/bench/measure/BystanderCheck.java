package anywire.bench.measure;

import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Machine.Others;
import anywire.bench.run.Window;
import java.util.Locale;
import java.util.Optional;

/** Whether the run's processes that were not measured were idle, as they must be. */
final class BystanderCheck implements WindowCheck {
    /** Of one core, all processes of a transport together. */
    private static final double MAX_CPU_SHARE = 0.005;
    /**
     * What warming up left to compilers is compiled at idle priority while others are measured, a method at a time; a
     * transport's housekeeping (heartbeats to forty subscribers) comes in lumps too. On a quiet machine lumps of 13 to
     * 22 ms were seen; like strays they may take some 4 % of a core.
     */
    private static final long LUMP_NANOS = 25_000_000;

    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        Others bystanders = window.machine().bystanders();
        double seconds = window.machine().seconds();
        long most = bystanders.busiestCpuNanos();
        return most <= MAX_CPU_SHARE * seconds * 1e9 + LUMP_NANOS
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "idle-processes",
                        Blame.HARNESS,
                        String.format(
                                Locale.ROOT,
                                "%s used %.1f ms of CPU while %s was measured for %.1f s: it should have been idle"
                                        + " (bound 0.5 %% and 25 ms)",
                                bystanders.busiest(),
                                most / 1e6,
                                window.transport(),
                                seconds)));
    }
}
