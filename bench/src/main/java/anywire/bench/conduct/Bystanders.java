package anywire.bench.conduct;

import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The processes that are not measured in a window: they must be idle, or they spoil it. */
final class Bystanders {
    /** Of one core, each. */
    private static final double MAX_CPU_SHARE = 0.005;
    /** In windows under a second, a JVM's own housekeeping (safepoint polls, a timer) comes in lumps of about this. */
    private static final long LUMP_NANOS = 5_000_000;

    private final String measured;
    private final long startNanos = System.nanoTime();
    private final Map<String, Long> before = new LinkedHashMap<>();

    private Bystanders(String measured) {
        this.measured = measured;
    }

    static Bystanders before(String measured, Iterable<Pair> pairs) {
        Bystanders bystanders = new Bystanders(measured);
        for (Pair pair : pairs) {
            if (!pair.name().equals(measured)) {
                bystanders.before.put(pair.name(), pair.cpuNanos());
            }
        }
        return bystanders;
    }

    /** The busiest one, if it was too busy. */
    Optional<Flaw> flaw(Iterable<Pair> pairs) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        long worst = 0;
        String who = "";
        for (Pair pair : pairs) {
            Long cpuBefore = before.get(pair.name());
            long used = cpuBefore == null ? 0 : pair.cpuNanos() - cpuBefore;
            if (used > worst) {
                worst = used;
                who = pair.name();
            }
        }
        if (worst <= MAX_CPU_SHARE * seconds * 1e9 + LUMP_NANOS) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(
                "idle-processes",
                Blame.HARNESS,
                String.format(
                        Locale.ROOT,
                        "%s used %.1f ms of CPU while %s was measured for %.1f s: it should have been idle (0.5 %%)",
                        who,
                        worst / 1e6,
                        measured,
                        seconds)));
    }
}
