package anywire.bench.load;

import anywire.bench.run.FlightLog;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at given times, whatever comes back: the arrivals of a crowd that does not wait for its turn. What is late
 * because the sender was late still counts from when it should have been sent.
 *
 * <p>The sender is the calling thread, which should be one of its own, made {@link Punctual}: it parks until
 * shortly before the next arrival and spins the rest. Spinning longer would be more punctual and would take the core
 * from the client's own threads.
 */
public final class OpenLoop {
    /**
     * Bounds of how long it spins. How late a parked thread wakes depends on what idle cores do: with a timer slack of
     * 1 ns some 14 us where they poll, 40 to 60 us where they halt. So it is measured before each window.
     */
    private static final long MIN_SPIN_NANOS = 20_000;

    private static final long MAX_SPIN_NANOS = 200_000;
    /** Of the mean gap between arrivals: the rest of the core is the client's. */
    private static final double MAX_SPIN_SHARE = 0.08;

    private static final int TRIAL_PARKS = 15;
    private static final long MAX_TRIAL_NANOS = 5_000_000;

    private OpenLoop() {}

    /** @param offsets as {@link Arrivals} gives them */
    public static Loaded run(Action action, FlightLog log, long[] offsets, long windowNanos) {
        Launch launch = new Launch(action, log);
        Runnable nothing = () -> {};
        long spin = spinNanos(windowNanos / Math.max(1, offsets.length));
        long start = System.nanoTime() + 1_000_000;
        for (int i = 0; i < offsets.length; i++) {
            long due = start + offsets[i];
            await(due, spin);
            launch.start(i, due, nothing);
        }
        log.sendingOver(offsets.length);
        await(start + windowNanos, spin);
        return new Loaded(offsets.length, start, System.nanoTime(), launch::faults);
    }

    /** The third largest of some parks' lateness: a core that has been idle for longer wakes later. */
    private static long spinNanos(long meanGapNanos) {
        long most = Math.min(MAX_SPIN_NANOS, (long) (MAX_SPIN_SHARE * meanGapNanos));
        if (most <= MIN_SPIN_NANOS) {
            return most;
        }
        long park = Math.min(meanGapNanos, MAX_TRIAL_NANOS);
        long[] late = new long[TRIAL_PARKS];
        for (int i = 0; i < TRIAL_PARKS; i++) {
            long begun = System.nanoTime();
            LockSupport.parkNanos(park);
            late[i] = System.nanoTime() - begun - park;
        }
        Arrays.sort(late);
        return Math.max(MIN_SPIN_NANOS, Math.min(most, late[TRIAL_PARKS - 3]));
    }

    private static void await(long dueNanos, long spinNanos) {
        long left = dueNanos - System.nanoTime();
        while (left > spinNanos) {
            LockSupport.parkNanos(left - spinNanos);
            left = dueNanos - System.nanoTime();
        }
        while (dueNanos - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
    }
}
