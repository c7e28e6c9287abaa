package anywire.bench.analysis;

import anywire.bench.run.ActionName;
import anywire.bench.run.Analysis.WarmthSummary;
import anywire.bench.run.Capacity;
import anywire.bench.run.Figures;
import anywire.bench.run.GraphFacts;
import anywire.bench.run.Scenario;
import anywire.transport.Operation.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Latencies are compared only under a load that leaves every transport room: at most 30 % of the slowest one's capacity,
 * or, where none was searched for, of its peak: single calls in closed loop, at the end of the warm-up. A post until heard counts as its two calls
 * and one more for each follower that it is pushed to.
 *
 * @param sentence what was found, for the report
 */
record LoadLimit(boolean ranked, boolean known, String sentence) {
    private static final double MAX_SHARE = 0.3;
    private static final int CALLS_OF_A_POST = 2;

    static LoadLimit of(Scenario scenario, GraphFacts graph, List<WarmthSummary> warmths, List<Capacity> capacities) {
        if (!scenario.load().loop().open()) {
            return closed(scenario.load().inFlight());
        }
        boolean searched = !capacities.isEmpty();
        Optional<Peak> slowest = (searched ? searched(capacities) : warmUp(warmths))
                .filter(p -> p.perSecond() > 0)
                .min(Comparator.comparingDouble(Peak::perSecond));
        if (slowest.isEmpty()) {
            return new LoadLimit(true, false, "No peak was measured, so it is not known how heavy this load is.");
        }
        double calls = scenario.load().ratePerSecond() * callsOf(scenario, graph);
        double share = calls / slowest.get().perSecond();
        boolean ranked = share <= MAX_SHARE;
        return new LoadLimit(
                ranked,
                true,
                "The load is %s calls/s%s, %s of the lowest %s (%s, %s/s)%s."
                        .formatted(
                                Figures.whole(calls),
                                isHeard(scenario)
                                        ? " (what is heard counts as its calls and one for each follower that hears it)"
                                        : "",
                                Figures.percent(share),
                                searched ? "capacity" : "closed-loop peak",
                                slowest.get().transport(),
                                Figures.whole(slowest.get().perSecond()),
                                ranked ? "" : ", above 30 %: latencies are not ranked"));
    }

    private record Peak(String transport, double perSecond) {}

    private static Stream<Peak> searched(List<Capacity> capacities) {
        return capacities.stream().map(c -> new Peak(c.row(), c.holdsPerSecond()));
    }

    private static Stream<Peak> warmUp(List<WarmthSummary> warmths) {
        return warmths.stream().map(w -> new Peak(w.transport(), w.peakPerSecond()));
    }

    private static LoadLimit closed(int inFlight) {
        return inFlight == 1
                ? new LoadLimit(true, true, "Closed loop: the next call leaves when one comes back.")
                : new LoadLimit(
                        false,
                        true,
                        "Closed loop with " + inFlight
                                + " in flight: it saturates, so answers a second count and latencies are not ranked.");
    }

    private static double callsOf(Scenario scenario, GraphFacts graph) {
        if (!isHeard(scenario)) {
            return 1;
        }
        double fanOut = scenario.followers() > 0
                ? scenario.followers()
                : graph.fanOuts().stream().mapToInt(f -> f).average().orElse(0);
        boolean posted = scenario.action().equals(ActionName.POST_UNTIL_HEARD.word());
        return (posted ? CALLS_OF_A_POST : 1) + fanOut;
    }

    private static boolean isHeard(Scenario scenario) {
        return ActionName.of(scenario.action())
                .filter(a -> a.needs().contains(Kind.PUSH))
                .isPresent();
    }
}
