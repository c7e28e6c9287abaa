package anywire.bench.analysis;

import anywire.bench.run.ActionName;
import anywire.bench.run.Analysis.WarmthSummary;
import anywire.bench.run.Figures;
import anywire.bench.run.GraphFacts;
import anywire.bench.run.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Latencies are compared only under a load that leaves every transport room: at most 30 % of the slowest one's peak,
 * which is of single calls in closed loop, taken at the end of the warm-up. A post until heard counts as its two calls
 * and one more for each follower that it is pushed to.
 *
 * @param sentence what was found, for the report
 */
record LoadLimit(boolean ranked, boolean known, String sentence) {
    private static final double MAX_SHARE = 0.3;
    private static final int CALLS_OF_A_POST = 2;

    static LoadLimit of(Scenario scenario, GraphFacts graph, List<WarmthSummary> warmths) {
        if (!scenario.load().loop().open()) {
            return closed(scenario.load().inFlight());
        }
        Optional<WarmthSummary> slowest = warmths.stream()
                .filter(w -> w.peakPerSecond() > 0)
                .min(Comparator.comparingDouble(WarmthSummary::peakPerSecond));
        if (slowest.isEmpty()) {
            return new LoadLimit(true, false, "No peak was measured, so it is not known how heavy this load is.");
        }
        double calls = scenario.load().ratePerSecond() * callsOf(scenario, graph);
        double share = calls / slowest.get().peakPerSecond();
        boolean ranked = share <= MAX_SHARE;
        return new LoadLimit(
                ranked,
                true,
                "The load is %s calls/s%s, %s of the slowest peak (%s, %s/s)%s."
                        .formatted(
                                Figures.whole(calls),
                                isPost(scenario)
                                        ? " (a post counts as two calls and one for each follower that hears it)"
                                        : "",
                                Figures.percent(share),
                                slowest.get().transport(),
                                Figures.whole(slowest.get().peakPerSecond()),
                                ranked ? "" : ", above 30 %: latencies are not ranked"));
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
        if (!isPost(scenario)) {
            return 1;
        }
        double fanOut = graph.fanOuts().stream().mapToInt(f -> f).average().orElse(0);
        return CALLS_OF_A_POST + fanOut;
    }

    private static boolean isPost(Scenario scenario) {
        return scenario.action().equals(ActionName.POST_UNTIL_HEARD.word());
    }
}
