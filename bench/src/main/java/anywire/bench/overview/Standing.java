package anywire.bench.overview;

import java.util.List;
import java.util.Map;

/**
 * How one row stands, as far as a run's evidence goes.
 *
 * @param answers to every wish
 * @param capacities of each action that was searched for
 * @param maxBodyBytes 0 where it isn't known
 * @param timings of each kind of work over each network
 */
public record Standing(
        String row,
        String label,
        Map<Wish, Answer> answers,
        List<Capacity> capacities,
        long maxBodyBytes,
        List<Timing> timings) {
    /**
     * @param holdsPerSecond 0 if none was confirmed
     * @param failsPerSecond 0 if none was found
     */
    public record Capacity(String action, double holdsPerSecond, double failsPerSecond, Evidence evidence) {}

    /**
     * @param work what was timed
     * @param network over which: {@code loopback}, {@code zone}
     * @param ratio of the median to the reference's; 1 for the reference, 0 where it can't be ranked
     * @param low95 of its interval; 0 where there is none
     * @param verdict in words: {@code faster}, {@code same}, {@code reference}
     * @param held whether it kept up and all went right
     * @param perSecond the rate that was offered; 0 in a closed loop
     */
    public record Timing(
            Work work,
            String network,
            long p50Nanos,
            long p90Nanos,
            double ratio,
            double low95,
            double high95,
            String verdict,
            boolean held,
            double perSecond,
            Evidence evidence) {}

    /** What there is to be timed. */
    public enum Work {
        CALL,
        /** From the publisher's start until the last follower heard. */
        PUSH
    }
}
