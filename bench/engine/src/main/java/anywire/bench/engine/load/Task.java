package anywire.bench.engine.load;

import java.util.concurrent.CompletionStage;

/** One thing that is done over and over. Started by one thread at a time; never waits. */
public interface Task extends AutoCloseable {
    /**
     * Starts the {@code number}th of this window.
     *
     * @return completes when it is over: true if the answer was the right one
     */
    CompletionStage<Boolean> start(int number);

    /** Makes ready for a window of at most so many; windows have numbers of their own. */
    default void prepare(long window, int capacity) {}

    /** A closed loop that does more ends its window early: what is kept of each is made beforehand. */
    default int maxPerSecond() {
        return 1_000_000;
    }

    /** What subscribers heard in the current window, of what the services said they had stored. */
    default Heard heard() {
        return Heard.NOTHING;
    }

    /**
     * Items pushed.
     *
     * @param expected one for each subscriber of each stored item
     * @param heard at least once
     * @param doubled heard again
     * @param outOfOrder after a later one of the same author
     */
    record Heard(long expected, long heard, long doubled, long outOfOrder) {
        static final Heard NOTHING = new Heard(0, 0, 0, 0);
    }

    @Override
    default void close() {}
}
