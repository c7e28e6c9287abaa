package anywire.bench.model;

/**
 * What one process spent in one window.
 *
 * @param cpuNanos all threads, from the scheduler's own account ({@code schedstat}); 0 where it isn't kept
 * @param kernelNanos of these, in the kernel: in steps of 10 ms, so only the sum over many windows says anything
 * @param allocatedBytes on the heap, by all threads
 * @param jitNanos of {@code cpuNanos}, by compilers' threads
 * @param gcMillis spent collecting
 */
public record Cost(long cpuNanos, long kernelNanos, long allocatedBytes, long jitNanos, long gcCount, long gcMillis) {
    public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);

    public Cost minus(Cost before) {
        return new Cost(
                cpuNanos - before.cpuNanos,
                kernelNanos - before.kernelNanos,
                allocatedBytes - before.allocatedBytes,
                jitNanos - before.jitNanos,
                gcCount - before.gcCount,
                gcMillis - before.gcMillis);
    }

    public Cost plus(Cost other) {
        return new Cost(
                cpuNanos + other.cpuNanos,
                kernelNanos + other.kernelNanos,
                allocatedBytes + other.allocatedBytes,
                jitNanos + other.jitNanos,
                gcCount + other.gcCount,
                gcMillis + other.gcMillis);
    }
}
