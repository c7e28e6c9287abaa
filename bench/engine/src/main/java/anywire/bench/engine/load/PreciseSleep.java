package anywire.bench.engine.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps until given instants, and is never early. It parks, and spins what parks are usually late by, which it learns from
 * each of them: on a virtual machine of two cores 30 to 60 us in the middle, 60 to 130 us one time in ten. By one thread.
 *
 * <pre>
 *   parked                             | parked (at most 6 ms)      | spinning   | due
 *   a core long idle wakes late here --^   it has just been awake --^  (no more than its share of the gap)
 * </pre>
 *
 * After a long sleep the core and its caches wake later, after 40 ms and more by over 100 us one time in four. So a long
 * sleep is cut shortly before its end, for the price of one wake-up, where spinning all that time would take the core
 * from the client's own threads.
 */
final class PreciseSleep {
    /** Where sleeping and the clock come from. */
    interface Time {
        Time SYSTEM = new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void park(long nanos) {
                LockSupport.parkNanos(nanos);
            }

            @Override
            public void spin() {
                Thread.onSpinWait();
            }
        };

        long nanos();

        /** For so long, or longer; at times shorter. */
        void park(long nanos);

        void spin();
    }

    /** How long before its end a long sleep is cut; also how long a park is that only serves to learn. */
    static final long NEAR_NANOS = 3_000_000;

    static final long MIN_SPIN_NANOS = 20_000;
    /** Of short gaps, at least this much of their mean may be spun away: the rest of the core is the client's. */
    static final double SHARE_OF_SHORT_GAPS = 0.08;

    static final long MAX_SPIN_OF_SHORT_GAPS_NANOS = 200_000;
    /** Of long ones, from 10 ms on: 1.25 % of a core at 25 sends a second, 0.25 % at 5. */
    static final double SHARE_OF_LONG_GAPS = 0.02;

    static final long MAX_SPIN_NANOS = 500_000;

    private final Time time;
    private final long mostSpinNanos;
    private final WakeLateness lateness = new WakeLateness();
    private long spinNanos;

    private PreciseSleep(long mostSpinNanos, Time time) {
        this.mostSpinNanos = mostSpinNanos;
        this.time = time;
        adjust();
    }

    /**
     * Takes up to 50 ms to see how late parks are at present, where gaps are long enough for that to matter.
     *
     * @param meanGapNanos between the instants to come: what may be spun is a share of it
     */
    static PreciseSleep forGaps(long meanGapNanos, Time time) {
        PreciseSleep sleep = new PreciseSleep(mostSpinNanos(meanGapNanos), time);
        if (sleep.mostSpinNanos > MIN_SPIN_NANOS) {
            for (int i = 0; i < WakeLateness.REMEMBERED; i++) {
                sleep.park(Math.min(meanGapNanos, NEAR_NANOS));
            }
        }
        return sleep;
    }

    static long mostSpinNanos(long meanGapNanos) {
        long ofShort = Math.min(MAX_SPIN_OF_SHORT_GAPS_NANOS, (long) (SHARE_OF_SHORT_GAPS * meanGapNanos));
        long ofLong = Math.min(MAX_SPIN_NANOS, (long) (SHARE_OF_LONG_GAPS * meanGapNanos));
        return Math.max(ofShort, ofLong);
    }

    /** At present. */
    long spinNanos() {
        return spinNanos;
    }

    /** Returns then, or as soon after as the machine lets it. */
    void until(long dueNanos) {
        long left = dueNanos - time.nanos();
        if (left > 2 * NEAR_NANOS) {
            time.park(left - NEAR_NANOS);
            left = dueNanos - time.nanos();
        }
        while (left > spinNanos) {
            park(left - spinNanos);
            left = dueNanos - time.nanos();
        }
        while (dueNanos - time.nanos() > 0) {
            time.spin();
        }
    }

    private void park(long nanos) {
        long begun = time.nanos();
        time.park(nanos);
        lateness.learn(time.nanos() - begun - nanos);
        adjust();
    }

    private void adjust() {
        spinNanos = Math.min(mostSpinNanos, Math.max(MIN_SPIN_NANOS, lateness.highNanos()));
    }
}
