package anywire.bench.model;

import anywire.bench.model.Suite.Layout;

/**
 * How many cores each role may use.
 *
 * @param driverCores those of the driver; in process, of the services too
 * @param shared whether driver and services have the same ones
 */
public record Room(int driverCores, int serviceCores, boolean shared) {
    /** Above this share a core has no time left for what comes next: latency is then mostly a queue for it. */
    public static final double SATURATED = 0.9;

    public static Room of(Layout layout, int cores) {
        return layout == Layout.SAME || cores == 1 ? new Room(1, 1, true) : new Room(1, cores - 1, false);
    }

    /** Of its cores, how much the driver's process used; where they are the services' too, both. */
    public double driverShare(Window window) {
        long nanos = window.driver().cpuNanos() + (shared ? window.server().cpuNanos() + window.brokerCpuNanos() : 0);
        return share(nanos, driverCores, window);
    }

    /** As {@link #driverShare}, of the services' process; 0 in process. */
    public double serviceShare(Window window) {
        long nanos = window.server().cpuNanos()
                + window.brokerCpuNanos()
                + (shared ? window.driver().cpuNanos() : 0);
        return window.inOneProcess() ? 0 : share(nanos, serviceCores, window);
    }

    /**
     * Whether an end had no core to spare. The figure is a little high: what was spent is counted from before the first send
     * until the last answer is in, and the time is that of the sending.
     */
    public boolean saturated(Window window) {
        return driverShare(window) > SATURATED || serviceShare(window) > SATURATED;
    }

    private static double share(long cpuNanos, int cores, Window window) {
        return window.seconds() == 0 ? 0 : cpuNanos / (window.seconds() * 1e9 * cores);
    }
}
