package anywire.bench.measure;

import anywire.bench.run.Cost;
import anywire.bench.run.Window;

/**
 * How many cores each role may use.
 *
 * @param driverCores those of the driver; in process, of the services too
 * @param shared whether driver and services have the same ones
 */
public record Room(int driverCores, int serviceCores, boolean shared) {
    /** Above this share a core has no time left for what comes next: latency is then mostly a queue for it. */
    static final double SATURATED = 0.9;
    /** Of a window. */
    private static final double MUCH_COMPILING = 0.5;

    /** Of its cores, how much the driver's process used; where they are the services' too, both. */
    double driverShare(Window window) {
        long nanos = window.driver().cpuNanos() + (shared ? window.server().cpuNanos() + window.brokerCpuNanos() : 0);
        return share(nanos, driverCores, window);
    }

    /** As {@link #driverShare}, of the services' process; 0 in process. */
    double serviceShare(Window window) {
        long nanos = window.server().cpuNanos()
                + window.brokerCpuNanos()
                + (shared ? window.driver().cpuNanos() : 0);
        return window.inOneProcess() ? 0 : share(nanos, serviceCores, window);
    }

    boolean saturated(Window window) {
        return driverShare(window) > SATURATED || serviceShare(window) > SATURATED;
    }

    /** Whether the calls filled the driver's cores, and not compilers, which the harness should have waited for. */
    boolean callsFillDriver(Window window) {
        return driverShare(window) > SATURATED && !compiling(window, window.driver());
    }

    /** As {@link #callsFillDriver}, of the services. */
    boolean callsFillServices(Window window) {
        return serviceShare(window) > SATURATED && !compiling(window, window.server());
    }

    /** The JVM counts how long compilers were at it, their waiting for a core included: half of it tells enough. */
    private static boolean compiling(Window window, Cost cost) {
        return cost.jitMillis() > MUCH_COMPILING * window.seconds() * 1e3;
    }

    private static double share(long cpuNanos, int cores, Window window) {
        return window.seconds() == 0 ? 0 : cpuNanos / (window.seconds() * 1e9 * cores);
    }
}
