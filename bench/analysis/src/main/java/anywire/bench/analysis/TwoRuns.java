package anywire.bench.analysis;

import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Run;
import anywire.bench.model.RunComparison;
import anywire.bench.model.RunComparison.Change;
import anywire.bench.model.RunComparison.Doubt;
import anywire.bench.model.RunComparison.FloorChange;
import anywire.bench.model.RunComparison.ScenarioChange;
import anywire.bench.model.Scenario;
import anywire.bench.model.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds one run against another. The two share no generation, so there are no pairs to take ratios of: what is compared are
 * two independent samples of log percentiles, one a round, on two levels as ever. How far the
 * machine drifted from one run to the other is in neither, which is why no verdict here proves a regression.
 */
public final class TwoRuns {
    private static final List<Integer> PERCENTILES = List.of(50, 90);

    private final ComparedRun a;
    private final ComparedRun b;
    private final double margin;
    private final Judge judge;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private TwoRuns(ComparedRun a, ComparedRun b) {
        this.a = a;
        this.b = b;
        this.margin = Math.max(a.run().suite().margin(), b.run().suite().margin());
        this.judge = new Judge(margin);
    }

    /**
     * @param ofA what follows from A alone
     * @throws IllegalArgumentException in one line, if nothing can be compared
     */
    public static RunComparison compare(Run a, Analysis ofA, Run b, Analysis ofB) {
        return new TwoRuns(new ComparedRun("A", a, ofA), new ComparedRun("B", b, ofB)).comparison();
    }

    private RunComparison comparison() {
        List<ChangeDraft> drafts =
                a.analysis().scenarios().stream().flatMap(this::drafts).toList();
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException(
                    leftOut.isEmpty()
                            ? "no scenario in common: A has " + names(a) + "; B has " + names(b)
                            : "nothing can be compared: " + String.join("; ", leftOut));
        }
        warnings.addAll(Differences.between(a, b));
        warnings.addAll(leftOut);
        List<Doubt> doubts = Stream.of(a, b)
                .filter(side -> !side.run().complete() || side.analysis().trust() != Trust.HIGH)
                .map(side -> new Doubt(
                        side.name(), side.run().complete(), side.analysis().trust(), side.doubts()))
                .toList();
        return new RunComparison(margin, List.copyOf(warnings), doubts, decide(drafts), floors());
    }

    private static String names(ComparedRun side) {
        return side.run().suite().scenarios().stream().map(Scenario::name).collect(Collectors.joining(", "));
    }

    private Stream<ChangeDraft> drafts(ScenarioAnalysis ofA) {
        Optional<ScenarioAnalysis> inB = b.scenario(ofA.scenario().name());
        if (inB.isEmpty()) {
            return Stream.empty();
        }
        ScenarioAnalysis ofB = inB.get();
        String why = whyNot(ofA, ofB);
        if (!why.isEmpty()) {
            leftOut.add(ofA.scenario().name() + " is not compared: " + why);
            return Stream.empty();
        }
        return ofA.cells().stream()
                .flatMap(cell -> ofB.cells().stream()
                        .filter(c -> c.transport().equals(cell.transport()))
                        .flatMap(c -> PERCENTILES.stream().map(p -> draft(either(ofA, ofB), p, cell, c))));
    }

    /** Leads where it does in either run: rather one verdict too many that is corrected for. */
    private static Scenario either(ScenarioAnalysis ofA, ScenarioAnalysis ofB) {
        return ofA.scenario().primary() ? ofA.scenario() : ofB.scenario();
    }

    private static String whyNot(ScenarioAnalysis ofA, ScenarioAnalysis ofB) {
        if (!asked(ofA.scenario()).equals(asked(ofB.scenario()))) {
            return "A asks for " + asked(ofA.scenario()) + "; B for " + asked(ofB.scenario());
        }
        boolean shared = ofA.cells().stream()
                .anyMatch(x -> ofB.cells().stream().anyMatch(y -> y.transport().equals(x.transport())));
        return shared ? "" : "no transport was measured in both";
    }

    private static String asked(Scenario s) {
        return s.action() + ", " + s.codec() + ", " + s.load();
    }

    private ChangeDraft draft(Scenario scenario, int percentile, CellAnalysis inA, CellAnalysis inB) {
        String transport = inA.transport();
        return new ChangeDraft(
                scenario,
                percentile,
                inA,
                inB,
                estimate(a, scenario, transport, percentile),
                estimate(b, scenario, transport, percentile),
                broken(inA, inB),
                judge);
    }

    /** Each row pools its generations with the run's other rows of the scenario. */
    private static TwoLevels estimate(ComparedRun side, Scenario scenario, String row, int percentile) {
        List<List<List<Double>>> rows = side.run().suite().transports().stream()
                .map(each -> side.logs(scenario.name(), each, percentile))
                .filter(its -> !its.isEmpty())
                .toList();
        Spread unknown = new Spread(Spread.group(scenario.network()), 0, 0, "unknown");
        Spread known = side.run().schedule().known().stream()
                .filter(s -> s.network().equals(unknown.network()))
                .findFirst()
                .orElse(unknown);
        return TwoLevels.of(side.logs(scenario.name(), row, percentile), PooledBetween.of(rows, known));
    }

    private static String broken(CellAnalysis inA, CellAnalysis inB) {
        return inA.delivered() ? inB.delivered() ? "" : "B" : inB.delivered() ? "A" : "both";
    }

    private static List<ScenarioChange> decide(List<ChangeDraft> drafts) {
        List<ChangeDraft> family = drafts.stream().filter(ChangeDraft::inFamily).toList();
        List<Double> corrected = Holm.adjust(family.stream().map(ChangeDraft::p).toList());
        List<Double> directions =
                Holm.adjust(family.stream().map(ChangeDraft::directionP).toList());
        return drafts.stream()
                .map(ChangeDraft::scenario)
                .distinct()
                .map(scenario -> new ScenarioChange(
                        scenario,
                        drafts.stream()
                                .filter(d -> d.scenario().equals(scenario))
                                .map(d -> decide(d, family, corrected, directions))
                                .toList()))
                .toList();
    }

    private static Change decide(
            ChangeDraft draft, List<ChangeDraft> family, List<Double> corrected, List<Double> directions) {
        int place = family.indexOf(draft);
        return place < 0
                ? draft.decide(draft.p(), draft.directionP(), 1)
                : draft.decide(corrected.get(place), directions.get(place), family.size());
    }

    private List<FloorChange> floors() {
        List<FloorChange> floors = new ArrayList<>();
        for (String floor : a.run().suite().floors()) {
            Sample inA = a.floorLogs(floor);
            Sample inB = b.floorLogs(floor);
            if (inA.n() > 0 && inB.n() > 0) {
                floors.add(floor(floor, inA, inB));
            }
        }
        return floors;
    }

    private static FloorChange floor(String floor, Sample inA, Sample inB) {
        boolean interval = inA.n() >= 2 && inB.n() >= 2;
        double ratio = Math.exp(inB.mean() - inA.mean());
        if (!interval) {
            return new FloorChange(floor, ratio, 0, 0);
        }
        Welch difference = Welch.of(inA, inB);
        return new FloorChange(floor, ratio, Math.exp(difference.low(0.95)), Math.exp(difference.high(0.95)));
    }
}
