package anywire.host;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.BooleanSupplier;

/** Uses up CPU: so much of it, however long that takes, since a thread that waits for its core uses none. */
public final class CpuBurn {
    /** Some 5 us: how often it looks at the clock. */
    private static final int STEPS = 4_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Read by nobody: it keeps the compiler from leaving the work out. */
    private static volatile long unused;

    private CpuBurn() {}

    /**
     * @param nanos of the calling thread's CPU time
     * @param on asked every few microseconds; false ends it
     * @return what it used
     */
    public static long burn(long nanos, BooleanSupplier on) {
        if (nanos <= 0) {
            return 0;
        }
        long begun = THREADS.getCurrentThreadCpuTime();
        long used = 0;
        while (used < nanos && on.getAsBoolean()) {
            work();
            used = THREADS.getCurrentThreadCpuTime() - begun;
        }
        return used;
    }

    private static void work() {
        long x = System.identityHashCode(THREADS) | 1;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        unused = x;
    }
}
