package anywire.bench.model;

import java.util.List;

/**
 * What went on beside one window's work, watched from a little before it to a little after. Where the kernel keeps no
 * such account, 0 and nobody.
 *
 * <p>The two shares are of all cores together, from {@code /proc/stat}. The kernel fills it by looking at each core 100
 * to 1,000 times a second and seeing who runs just then: over half a second {@code foreignShare} is right to within some
 * per cent, and can fall below 0. It decides only what is far beyond that. {@code strays} is exact to 20 ms a process:
 * {@code /proc/PID/stat} is scaled to the scheduler's own account and then cut to ticks of 10 ms.
 *
 * @param seconds for how long it was watched
 * @param stealShare given to other virtual machines by the hypervisor
 * @param foreignShare busy and not with a process of this run: the kernel's own work and interrupts included
 * @param strays processes that are not of this run; without the kernel's own, whose work is done for whoever runs
 * @param bystanders processes of this run that were not measured in this window, a transport's together
 * @param harnessNanos CPU of the harness itself: this process, and what stands between processes to imitate a network
 * @param probeNanos how long a fixed piece of work took just before, on the slower of the cores, while everything that is
 *     compared stood still: it knows nothing of rows
 * @param loopback what crossed the loopback interface
 * @param hiccups by core
 */
public record Machine(
        double seconds,
        double stealShare,
        double foreignShare,
        Others strays,
        Others bystanders,
        long harnessNanos,
        long probeNanos,
        Traffic loopback,
        List<Hiccups> hiccups) {
    public static final Machine UNKNOWN =
            new Machine(0, 0, 0, Others.NOBODY, Others.NOBODY, 0, 0, Traffic.NONE, List.of());

    /**
     * @param cpuNanos of all of them
     * @param busiest the name of the one that used most; empty if none used any
     */
    public record Others(long cpuNanos, String busiest, long busiestCpuNanos) {
        public static final Others NOBODY = new Others(0, "", 0);
    }

    /**
     * How late a thread woke that had nothing else to do, every 5 ms, on one core. A wake-up that is more than 5 ms late
     * stands for those that it kept from happening too, so that a percentile is one of moments and not of wake-ups.
     */
    public record Hiccups(int core, long count, long p50Nanos, long p99Nanos, long maxNanos) {}
}
