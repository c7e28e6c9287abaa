package anywire.bench.engine.calibrate;

/** What is known of a queue with one server whose service always takes as long. */
final class Queues {
    private Queues() {}

    /**
     * Time from arrival to departure of each, by Lindley's recursion: what one waits is what the one before it waited and
     * was served, less the time between the two arrivals, if that leaves anything. D. V. Lindley, The theory of queues
     * with a single server, 1952.
     *
     * @param arrivals in order
     */
    static long[] sojourns(long[] arrivals, long service) {
        long[] sojourns = new long[arrivals.length];
        for (int i = 0; i < arrivals.length; i++) {
            long wait = i == 0 ? 0 : Math.max(0, sojourns[i - 1] - (arrivals[i] - arrivals[i - 1]));
            sojourns[i] = wait + service;
        }
        return sojourns;
    }

    /**
     * Mean time from arrival to departure with independent arrivals, in the long run: Pollaczek and Khinchine's formula
     * for a service time that does not vary.
     *
     * @param ratePerNano of arrivals
     */
    static double meanSojourn(double ratePerNano, double serviceNanos) {
        double utilisation = ratePerNano * serviceNanos;
        if (utilisation >= 1) {
            throw new IllegalArgumentException("a queue at utilisation " + utilisation + " grows without end");
        }
        return serviceNanos + utilisation * serviceNanos / (2 * (1 - utilisation));
    }
}
