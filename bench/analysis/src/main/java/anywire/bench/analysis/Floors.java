package anywire.bench.analysis;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.model.Analysis.FloorSummary;
import anywire.bench.model.Analysis.Ratio;
import anywire.bench.model.Generation;
import anywire.bench.model.Scenario;
import anywire.bench.model.Spread;
import anywire.bench.model.Window;
import java.util.ArrayList;
import java.util.List;

/** The floors as figures of their own, and how many times as long a cell takes. */
final class Floors {
    private Floors() {}

    static List<FloorSummary> summaries(List<String> floors, List<Generation> generations) {
        List<FloorSummary> summaries = new ArrayList<>();
        for (String floor : floors) {
            double[] sorted = generations.stream()
                    .mapToDouble(b -> p50Nanos(b, floor))
                    .filter(p -> p > 0)
                    .sorted()
                    .toArray();
            if (sorted.length > 0) {
                double median = Medians.of(java.util.Arrays.stream(sorted));
                summaries.add(new FloorSummary(floor, sorted.length, median, sorted[0], sorted[sorted.length - 1]));
            }
        }
        return summaries;
    }

    /** Log p50 of each generation that has this floor. */
    static Sample logs(String floor, List<Generation> generations) {
        return Sample.of(generations.stream()
                .map(b -> p50Nanos(b, floor))
                .filter(p -> p > 0)
                .map(Math::log)
                .toList());
    }

    /** Only one call in flight in closed loop does what a floor does. */
    static List<Ratio> ratios(Scenario scenario, String transport, List<String> floors, List<Generation> generations) {
        if (scenario.load().loop().open() || scenario.load().inFlight() != 1) {
            return List.of();
        }
        return floors.stream()
                .map(floor -> ratio(scenario, transport, floor, generations))
                .filter(r -> r.rounds() > 0)
                .toList();
    }

    /** Round by round over the floor of its generation, whose windows are fewer. */
    private static Ratio ratio(Scenario scenario, String transport, String floor, List<Generation> generations) {
        List<List<Double>> byGeneration = new ArrayList<>();
        for (Generation generation : generations) {
            double bare = p50Nanos(generation, floor);
            byGeneration.add(generation.windows().stream()
                    .filter(w -> w.scenario().equals(scenario.name())
                            && w.transport().equals(transport)
                            && w.intended().count() > 0
                            && bare > 0)
                    .map(w -> Math.log(w.intended().p50Nanos() / bare))
                    .toList());
        }
        Between between = PooledBetween.of(List.of(byGeneration), new Spread("", 0, 0, "unknown"));
        TwoLevels estimate = TwoLevels.of(byGeneration, between);
        boolean interval = estimate.spreadKnown();
        return new Ratio(
                "p50 / floor " + floor,
                Math.exp(estimate.mean()),
                interval ? Math.exp(estimate.low(0.95)) : 0,
                interval ? Math.exp(estimate.high(0.95)) : 0,
                estimate.rounds());
    }

    /** The median over the generation's windows of this floor, since each window only keeps its percentiles; 0 of none. */
    private static double p50Nanos(Generation generation, String floor) {
        return Medians.of(generation.floors().stream()
                .filter(w -> w.transport().equals(floor))
                .map(Window::intended)
                .filter(l -> l.count() > 0)
                .mapToDouble(l -> l.p50Nanos()));
    }
}
