package anywire.bench.model;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happened to each action of one window, by sequence number: written by the load while it runs, read by the
 * measuring side when it is over. Plain arrays made beforehand, so that recording costs a few stores and allocates
 * nothing; each slot has one writer at a time.
 *
 * <p>Times are {@link System#nanoTime()} of the driver's process alone.
 */
public final class FlightLog {
    /** What became of one action. */
    public enum Outcome {
        OPEN,
        RIGHT,
        WRONG,
        REFUSED,
        FAILED,
        TIMED_OUT
    }

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final long[] intendedNanos;
    private final long[] sentNanos;
    private final long[] doneNanos;
    private final byte[] outcome;
    private volatile int started;
    private final AtomicInteger finished = new AtomicInteger();

    public FlightLog(int capacity) {
        intendedNanos = new long[capacity];
        sentNanos = new long[capacity];
        doneNanos = new long[capacity];
        outcome = new byte[capacity];
    }

    /**
     * Empties it for another window. Only once all that were started are over: a latecomer would be taken for one of the
     * next window's.
     */
    public void reset() {
        if (finished.get() != started) {
            throw new IllegalStateException(finished + " of " + started + " are over");
        }
        Arrays.fill(outcome, 0, started, (byte) 0);
        finished.set(0);
        started = 0;
    }

    /** How many fit. */
    public int capacity() {
        return intendedNanos.length;
    }

    /** Once a number, before it is really sent. */
    public void sent(int number, long intended, long sent) {
        intendedNanos[number] = intended;
        sentNanos[number] = sent;
    }

    /** When the sending is over: numbers below this were sent. */
    public void sendingOver(int startedCount) {
        started = startedCount;
    }

    /** By whichever thread brings the outcome; once a number. */
    public void done(int number, long now, Outcome how) {
        doneNanos[number] = now;
        outcome[number] = (byte) how.ordinal();
        finished.incrementAndGet();
    }

    public int started() {
        return started;
    }

    public int finished() {
        return finished.get();
    }

    public long intendedNanos(int number) {
        return intendedNanos[number];
    }

    public long sentNanos(int number) {
        return sentNanos[number];
    }

    public long doneNanos(int number) {
        return doneNanos[number];
    }

    public Outcome outcome(int number) {
        return OUTCOMES[outcome[number]];
    }
}
