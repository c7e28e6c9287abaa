package anywire.bench.engine.load;

import java.util.Arrays;

/**
 * How late parked threads have woken of late: the second largest of the last so many, so that one hiccup of the machine
 * changes nothing, and what was long ago is forgotten.
 */
final class WakeLateness {
    static final int REMEMBERED = 16;

    private final long[] lastNanos = new long[REMEMBERED];
    private final long[] sorted = new long[REMEMBERED];
    private int learned;

    /** @param lateNanos less than 0 if it was woken early, for no reason: that teaches nothing */
    void learn(long lateNanos) {
        if (lateNanos >= 0) {
            lastNanos[learned++ % REMEMBERED] = lateNanos;
        }
    }

    /** Before anything was learned, 0. */
    long highNanos() {
        System.arraycopy(lastNanos, 0, sorted, 0, REMEMBERED);
        Arrays.sort(sorted);
        return sorted[REMEMBERED - 2];
    }
}
