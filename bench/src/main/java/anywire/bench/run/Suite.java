package anywire.bench.run;

import java.time.Duration;
import java.util.List;

/**
 * What is asked, resolved: every default filled in.
 *
 * @param rows what is compared
 * @param reference the row that ratios are to
 * @param baseline the row that what a transport adds is counted from
 * @param blocks how often all is started afresh
 * @param rotations windows of each cell in one block, in mirrored order; even
 * @param window how long one window is
 * @param margin how far a ratio must be from 1 to matter: 0.05 for 5 %
 * @param warmUpCalls calls in closed loop before anything is measured, at least
 * @param warmUpLimit how long one transport may take to get warm
 * @param deadline the time left that every call is given
 * @param trials what else is tried, row by row, once the blocks are over
 * @param capacity the action whose highest rate is searched for, row by row, once the blocks are over; or empty
 */
public record Suite(
        String name,
        String question,
        List<Row> rows,
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
        List<Scenario> scenarios,
        List<Trials.Kind> trials,
        String capacity) {

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
     * @param followers of authors in a generated graph, by turns
     * @param authors how many authors post, drawn by the seed; in a generated graph, of each number of followers
     */
    public record GraphChoice(String file, int users, List<Integer> followers, int authors) {}

    /** The same conditions for less. */
    public Suite narrowed(List<Row> only, List<Scenario> asked, Duration windows, List<String> besides) {
        return with(only, only.get(0).name(), blocks, windows, besides, asked, List.of(), "");
    }

    /** The same with these rows and no others. */
    public Suite rows(List<Row> asked) {
        String to = asked.stream().anyMatch(row -> row.name().equals(reference))
                ? reference
                : asked.get(0).name();
        return with(List.copyOf(asked), to, blocks, window, floors, scenarios, trials, capacity);
    }

    public Suite blocks(int count) {
        return with(rows, reference, count, window, floors, scenarios, trials, capacity);
    }

    public Suite scenarios(List<Scenario> asked) {
        return with(rows, reference, blocks, window, floors, List.copyOf(asked), trials, capacity);
    }

    public Suite capacity(String action) {
        return with(rows, reference, blocks, window, floors, scenarios, trials, action);
    }

    private Suite with(
            List<Row> only,
            String to,
            int count,
            Duration windows,
            List<String> besides,
            List<Scenario> asked,
            List<Trials.Kind> tried,
            String searched) {
        return new Suite(
                name,
                question,
                only,
                to,
                baseline,
                layout,
                count,
                rotations,
                windows,
                margin,
                warmUpCalls,
                warmUpLimit,
                deadline,
                seed,
                graph,
                besides,
                asked,
                tried,
                searched);
    }

    /** Those that scenarios go over, but for loopback. */
    public List<Network> networks() {
        return scenarios.stream()
                .map(Scenario::network)
                .filter(n -> n != Network.LOOPBACK)
                .distinct()
                .toList();
    }

    /** The rows' names. */
    public List<String> transports() {
        return rows.stream().map(Row::name).toList();
    }

    /** @throws java.util.NoSuchElementException if there is no such row */
    public Row row(String named) {
        return rows.stream().filter(r -> r.name().equals(named)).findFirst().orElseThrow();
    }

    public Scenario scenario(String named) {
        return scenarios.stream()
                .filter(s -> s.name().equals(named))
                .findFirst()
                .orElseThrow();
    }
}
