package anywire.bench.model;

import java.time.Duration;
import java.util.List;

/**
 * What is asked, resolved: every default filled in.
 *
 * @param rows what is compared
 * @param reference the row that ratios are to
 * @param baseline the row that what a transport adds is counted from
 * @param budget for the whole run: as many generations and rounds as fit
 * @param generations how often all is started afresh; 0 for what the budget has room for
 * @param rounds windows of each cell in one generation, in mirrored order; 0 for what the budget has room for
 * @param window how long one window is
 * @param margin how far a ratio must be from 1 to matter: 0.05 for 5 %
 * @param warmUp how long each row may take to get warm, in each generation: the same for all
 * @param deadline the time left that every call is given
 * @param trials what else is tried, row by row, once the generations are over
 * @param capacity the action whose highest rate is searched for, row by row, once the generations are over; or empty
 */
public record Suite(
        String name,
        String question,
        List<Row> rows,
        String reference,
        String baseline,
        Layout layout,
        Duration budget,
        int generations,
        int rounds,
        Duration window,
        double margin,
        Duration warmUp,
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
        return with(only, only.get(0).name(), windows, besides, asked, List.of(), "");
    }

    /** The same with these rows and no others. */
    public Suite rows(List<Row> asked) {
        String to = asked.stream().anyMatch(row -> row.name().equals(reference))
                ? reference
                : asked.get(0).name();
        return with(List.copyOf(asked), to, window, floors, scenarios, trials, capacity);
    }

    public Suite scenarios(List<Scenario> asked) {
        return with(rows, reference, window, floors, List.copyOf(asked), trials, capacity);
    }

    public Suite capacity(String action) {
        return with(rows, reference, window, floors, scenarios, trials, action);
    }

    /** So many, whatever the budget is; 0 for what it has room for. */
    public Suite times(int ofGenerations, int ofRounds) {
        return timed(budget, ofGenerations, ofRounds);
    }

    /** The same with another limit for the warm-up of a row. */
    public Suite warmedFor(Duration limit) {
        return with(limit, budget, generations, rounds);
    }

    /** As many generations and rounds as fit into it. */
    public Suite within(Duration time) {
        return timed(time, 0, 0);
    }

    private Suite timed(Duration time, int ofGenerations, int ofRounds) {
        return with(warmUp, time, ofGenerations, ofRounds);
    }

    private Suite with(Duration limit, Duration time, int ofGenerations, int ofRounds) {
        return new Suite(
                name,
                question,
                rows,
                reference,
                baseline,
                layout,
                time,
                ofGenerations,
                ofRounds,
                window,
                margin,
                limit,
                deadline,
                seed,
                graph,
                floors,
                scenarios,
                trials,
                capacity);
    }

    private Suite with(
            List<Row> only,
            String to,
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
                budget,
                generations,
                rounds,
                windows,
                margin,
                warmUp,
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
