package anywire.bench.run;

import java.time.Duration;
import java.util.List;

/**
 * What is asked, resolved: every default filled in.
 *
 * @param reference the transport that ratios are to
 * @param baseline the transport that what a transport adds is counted from
 * @param blocks how often all is started afresh
 * @param rotations windows of each cell in one block, in mirrored order; even
 * @param window how long one window is
 * @param margin how far a ratio must be from 1 to matter: 0.05 for 5 %
 * @param warmUpCalls calls in closed loop before anything is measured, at least
 * @param warmUpLimit how long one transport may take to get warm
 * @param deadline the time left that every call is given
 */
public record Suite(
        String name,
        String question,
        List<String> transports,
        String reference,
        String baseline,
        Layout layout,
        int blocks,
        int rotations,
        Duration window,
        double margin,
        int warmUpCalls,
        Duration warmUpLimit,
        Duration deadline,
        long seed,
        GraphChoice graph,
        List<String> floors,
        List<Scenario> scenarios) {

    /** Which cores the processes share. */
    public enum Layout {
        /** A driver has a core of its own, all else shares the others. */
        CROSS,
        /** All on one core. */
        SAME
    }

    /**
     * The follow graph.
     *
     * @param file an edge list, or empty for a generated graph
     * @param followers each author's followers in a generated graph
     * @param authors how many authors post, drawn by the seed
     */
    public record GraphChoice(String file, int users, int followers, int authors) {}

    public Scenario scenario(String named) {
        return scenarios.stream()
                .filter(s -> s.name().equals(named))
                .findFirst()
                .orElseThrow();
    }
}
