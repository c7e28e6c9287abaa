package anywire.bench.engine.load;

import anywire.bench.model.FlightLog;

/**
 * Sends at given times, whatever comes back: the arrivals of a crowd that does not wait for its turn. What is late
 * because the sender was late still counts from when it should have been sent.
 *
 * <p>The sender is the calling thread, which should be one of its own, made {@link Punctual}: it {@linkplain PreciseSleep
 * parks until shortly before} the next arrival and spins the rest.
 */
public final class OpenLoop {
    private OpenLoop() {}

    /** @param offsets as {@link Arrivals} gives them */
    public static Loaded run(Task action, FlightLog log, long[] offsets, long windowNanos) {
        return run(action, log, offsets, windowNanos, 0);
    }

    /** @param lateNanos after its time, that each is sent: to see what a driver does that is late */
    public static Loaded run(Task action, FlightLog log, long[] offsets, long windowNanos, long lateNanos) {
        Launch launch = new Launch(action, log);
        Runnable nothing = () -> {};
        PreciseSleep sleep = PreciseSleep.forGaps(windowNanos / Math.max(1, offsets.length), PreciseSleep.Time.SYSTEM);
        long start = System.nanoTime() + 1_000_000;
        for (int i = 0; i < offsets.length; i++) {
            long due = start + offsets[i];
            sleep.until(due + lateNanos);
            launch.start(i, due, nothing);
        }
        log.sendingOver(offsets.length);
        sleep.until(start + windowNanos);
        return new Loaded(offsets.length, start, System.nanoTime(), launch::faults);
    }
}
