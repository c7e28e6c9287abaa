package anywire.bench.load;

import anywire.bench.run.FlightLog;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at given times, whatever comes back: the arrivals of a crowd that does not wait for its turn. What is late
 * because the sender was late still counts from when it should have been sent.
 *
 * <p>The sender is the calling thread, which should be one of its own with a small {@link TimerSlack}: it parks until
 * shortly before the next arrival and spins the rest. Spinning longer would be more punctual and would take the core
 * from the client's own threads.
 */
public final class OpenLoop {
    /** On two machines of this kind parking with a slack of 1 ns woke 14 to 24 us late at the median. */
    static final long SPIN_NANOS = 20_000;

    private OpenLoop() {}

    /** @param offsets as {@link Arrivals} gives them */
    public static Loaded run(Action action, FlightLog log, long[] offsets, long windowNanos) {
        Launch launch = new Launch(action, log);
        Runnable nothing = () -> {};
        long start = System.nanoTime() + 1_000_000;
        for (int i = 0; i < offsets.length; i++) {
            long due = start + offsets[i];
            await(due);
            launch.start(i, due, nothing);
        }
        log.sendingOver(offsets.length);
        await(start + windowNanos);
        return new Loaded(offsets.length, start, System.nanoTime(), launch.faults());
    }

    private static void await(long dueNanos) {
        long left = dueNanos - System.nanoTime();
        while (left > SPIN_NANOS) {
            LockSupport.parkNanos(left - SPIN_NANOS);
            left = dueNanos - System.nanoTime();
        }
        while (dueNanos - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
    }
}
