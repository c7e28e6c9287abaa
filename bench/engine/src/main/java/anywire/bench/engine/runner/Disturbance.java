package anywire.bench.engine.runner;

import java.util.Set;

/**
 * What is done on purpose to one window, or to the machine meanwhile: nothing, in a run. Called by the thread that measures, in
 * this order.
 */
public interface Disturbance {
    /** Of every window of a run. */
    Disturbance NONE = new Disturbance() {};

    /** Before the probe that precedes the window, while all that is compared stands still. */
    default void early() throws InterruptedException {}

    /** The row is awake, and the window comes now. */
    default void begin() throws InterruptedException {}

    /** By how much each call is sent after its time. */
    default long lateNanos() {
        return 0;
    }

    /** The window is over. */
    default void end() throws InterruptedException {}

    /** Processes of its own, whose CPU is to count as somebody else's. */
    default Set<Long> foreign() {
        return Set.of();
    }
}
