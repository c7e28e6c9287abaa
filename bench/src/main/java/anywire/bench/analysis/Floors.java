package anywire.bench.analysis;

import anywire.bench.run.Analysis.FloorSummary;
import anywire.bench.run.Analysis.Ratio;
import anywire.bench.run.Generation;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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
                .filter(r -> r.generations() > 0)
                .toList();
    }

    private static Ratio ratio(Scenario scenario, String transport, String floor, List<Generation> generations) {
        List<Double> logs = new ArrayList<>();
        for (Generation generation : generations) {
            OptionalDouble own = GenerationRatios.nanos(generation, scenario.name(), transport, 50);
            double bare = p50Nanos(generation, floor);
            if (own.isPresent() && bare > 0) {
                logs.add(Math.log(own.getAsDouble() / bare));
            }
        }
        Sample sample = Sample.of(logs);
        boolean interval = sample.n() >= Draft.MIN_GENERATIONS;
        return new Ratio(
                "p50 / floor " + floor,
                Math.exp(sample.mean()),
                interval ? Math.exp(sample.low(0.95)) : 0,
                interval ? Math.exp(sample.high(0.95)) : 0,
                sample.n());
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
