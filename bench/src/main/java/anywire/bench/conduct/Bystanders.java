package anywire.bench.conduct;

import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The processes that are not measured in a window: they must be idle, or they spoil it. */
final class Bystanders {
    /** Of one core, both processes of a transport together. */
    private static final double MAX_CPU_SHARE = 0.005;
    /** A JVM's own housekeeping, and a transport's (heartbeats to forty subscribers), comes in lumps of about this. */
    private static final long LUMP_NANOS = 10_000_000;

    private static final long SETTLE_STEP_NANOS = 300_000_000;
    private static final int MAX_SETTLE_STEPS = 10;
    private static final long AFTER_STEP_NANOS = 40_000_000;
    private static final int MAX_AFTER_STEPS = 12;

    private final String measured;
    private final long startNanos = System.nanoTime();
    private final Map<String, Long> before = new LinkedHashMap<>();

    private Bystanders(String measured) {
        this.measured = measured;
    }

    /** Lets compilers finish what warming up left them, for some seconds at most. */
    static void settle(Iterable<Pair> pairs) throws InterruptedException {
        for (int step = 0; step < MAX_SETTLE_STEPS; step++) {
            long before = cpuNanos(pairs);
            TimeUnit.NANOSECONDS.sleep(SETTLE_STEP_NANOS);
            if (cpuNanos(pairs) - before < LUMP_NANOS) {
                return;
            }
        }
    }

    /** Lets what a window set going (a compiler, most of all) come to its end before the next one begins. */
    static void settle(Pair measured) throws InterruptedException {
        for (int step = 0; step < MAX_AFTER_STEPS; step++) {
            long before = measured.cpuNanos();
            TimeUnit.NANOSECONDS.sleep(AFTER_STEP_NANOS);
            if (measured.cpuNanos() - before < AFTER_STEP_NANOS / 20) {
                return;
            }
        }
    }

    private static long cpuNanos(Iterable<Pair> pairs) {
        long sum = 0;
        for (Pair pair : pairs) {
            sum += pair.cpuNanos();
        }
        return sum;
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
