package anywire.bench.engine.load;

import anywire.bench.model.FlightLog;

/**
 * One caller that waits for each reply before it asks again, on a thread of its own: what most code does, and what a client's
 * callbacks are spared. A call ends when its caller goes on. Every call has a deadline, so each comes to its end.
 */
public final class BlockingLoop {
    private BlockingLoop() {}

    /** Runs until the time is over or the log is full. */
    public static Loaded run(Task action, FlightLog log, long windowNanos) {
        Launch launch = new Launch(action, log);
        long start = System.nanoTime();
        long end = start + windowNanos;
        int number = 0;
        while (System.nanoTime() - end < 0 && number < log.capacity()) {
            launch.startAndWait(number++);
        }
        log.sendingOver(number);
        return new Loaded(number, start, System.nanoTime(), launch::faults);
    }
}
