package anywire.bench.model;

/**
 * What a call costs over one transport in one scenario, and what of it is the transport's; nanoseconds, each the
 * mean over calls rightly answered in all generations.
 *
 * @param brokerCpuNanos of a broker between them, the kernel's part included
 * @param kernelNanos of the CPU of both sides, the part in the kernel
 * @param wireBytes on the loopback interface, headers included
 * @param taxed whether there is a baseline to take off; where not, the last three are 0
 * @param cpuNanos more than the baseline's, the broker's included
 * @param taxKernelNanos of these, in the kernel on both sides
 * @param taxLibraryNanos the rest but the broker's: client library, framing, dispatch
 */
public record Tax(
        String scenario,
        String transport,
        double driverCpuNanos,
        double serverCpuNanos,
        double brokerCpuNanos,
        double kernelNanos,
        double allocatedBytes,
        double wireBytes,
        double packets,
        boolean taxed,
        double cpuNanos,
        double taxKernelNanos,
        double taxLibraryNanos) {}
