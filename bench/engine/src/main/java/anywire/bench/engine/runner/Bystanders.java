package anywire.bench.engine.runner;

import anywire.bench.model.Machine.Others;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The processes that are not measured in a window, and should be idle then. */
final class Bystanders {
    /** A JVM's own housekeeping, and a transport's (heartbeats to forty subscribers), comes in lumps of about this. */
    private static final long LUMP_NANOS = 10_000_000;

    private static final long SETTLE_STEP_NANOS = 300_000_000;
    private static final int MAX_SETTLE_STEPS = 30;
    private static final long AFTER_STEP_NANOS = 40_000_000;
    private static final int MAX_AFTER_STEPS = 12;

    private final Map<String, Long> before = new LinkedHashMap<>();

    private Bystanders() {}

    /** Lets compilers finish what warming up left them, for some seconds at most: until no pair is busy any more. */
    static void settle(Iterable<Deployment> pairs) throws InterruptedException {
        for (int step = 0; step < MAX_SETTLE_STEPS; step++) {
            Bystanders all = before("", pairs);
            TimeUnit.NANOSECONDS.sleep(SETTLE_STEP_NANOS);
            if (all.used(pairs).busiestCpuNanos() < LUMP_NANOS) {
                return;
            }
        }
    }

    /** Lets what a window set going (a compiler, most of all) come to its end before the next one begins. */
    static void settle(Deployment measured) throws InterruptedException {
        for (int step = 0; step < MAX_AFTER_STEPS; step++) {
            long before = measured.cpuNanos();
            TimeUnit.NANOSECONDS.sleep(AFTER_STEP_NANOS);
            if (measured.cpuNanos() - before < AFTER_STEP_NANOS / 20) {
                return;
            }
        }
    }

    static Bystanders before(String measured, Iterable<Deployment> pairs) {
        Bystanders bystanders = new Bystanders();
        for (Deployment pair : pairs) {
            if (!pair.name().equals(measured)) {
                bystanders.before.put(pair.name(), pair.cpuNanos());
            }
        }
        return bystanders;
    }

    /** CPU that they used meanwhile. */
    Others used(Iterable<Deployment> pairs) {
        long sum = 0;
        long most = 0;
        String busiest = "";
        for (Deployment pair : pairs) {
            Long cpuBefore = before.get(pair.name());
            long used = cpuBefore == null ? 0 : pair.cpuNanos() - cpuBefore;
            sum += used;
            if (used > most) {
                most = used;
                busiest = pair.name();
            }
        }
        return new Others(Math.max(0, sum), busiest, most);
    }
}
