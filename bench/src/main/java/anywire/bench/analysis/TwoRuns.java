package anywire.bench.analysis;

import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Run;
import anywire.bench.run.RunComparison;
import anywire.bench.run.RunComparison.Change;
import anywire.bench.run.RunComparison.FloorChange;
import anywire.bench.run.RunComparison.ScenarioChange;
import anywire.bench.run.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds one run against another. The two share no generation, so there are no pairs to take ratios of: what is compared are
 * two independent samples of log percentiles, one a generation. Their spread is that of generations within a run; how far the
 * machine drifted from one run to the other is in neither, which is why no verdict here proves a regression.
 */
public final class TwoRuns {
    private static final List<Integer> PERCENTILES = List.of(50, 90);

    private final Side a;
    private final Side b;
    private final double margin;
    private final Judge judge;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private TwoRuns(Side a, Side b) {
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
        return new TwoRuns(new Side("A", a, ofA), new Side("B", b, ofB)).comparison();
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
        Stream.of(a, b).flatMap(side -> side.doubt().stream()).forEach(warnings::add);
        warnings.addAll(leftOut);
        return new RunComparison(margin, List.copyOf(warnings), decide(drafts), floors());
    }

    private static String names(Side side) {
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
        String invalid = Stream.of(invalid("A", ofA), invalid("B", ofB))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        if (!invalid.isEmpty()) {
            return invalid;
        }
        boolean shared = ofA.cells().stream()
                .anyMatch(x -> ofB.cells().stream().anyMatch(y -> y.transport().equals(x.transport())));
        return shared ? "" : "no transport was measured in both";
    }

    private static String asked(Scenario s) {
        return s.action() + ", " + s.codec() + ", " + s.load();
    }

    private static Optional<String> invalid(String run, ScenarioAnalysis scenario) {
        return scenario.trust() == Trust.INVALID
                ? Optional.of("it is invalid in " + run + ", whose report says why")
                : Optional.empty();
    }

    private ChangeDraft draft(Scenario scenario, int percentile, CellAnalysis inA, CellAnalysis inB) {
        String transport = inA.transport();
        return new ChangeDraft(
                scenario,
                percentile,
                inA,
                inB,
                a.logs(scenario.name(), transport, percentile),
                b.logs(scenario.name(), transport, percentile),
                notRanked(inA, inB),
                judge);
    }

    private static String notRanked(CellAnalysis inA, CellAnalysis inB) {
        if (!inA.didNotHold().isEmpty()) {
            return "did not hold in A: " + inA.didNotHold();
        }
        if (!inB.didNotHold().isEmpty()) {
            return "did not hold in B: " + inB.didNotHold();
        }
        return inA.ranked() && inB.ranked() ? "" : "the load is too heavy to rank latencies";
    }

    private static List<ScenarioChange> decide(List<ChangeDraft> drafts) {
        List<ChangeDraft> family = drafts.stream().filter(ChangeDraft::inFamily).toList();
        List<Double> corrected =
                Holm.adjust(family.stream().map(ChangeDraft::uncorrectedP).toList());
        return drafts.stream()
                .map(ChangeDraft::scenario)
                .distinct()
                .map(scenario -> new ScenarioChange(
                        scenario,
                        drafts.stream()
                                .filter(d -> d.scenario().equals(scenario))
                                .map(d -> decide(d, family, corrected))
                                .toList()))
                .toList();
    }

    private static Change decide(ChangeDraft draft, List<ChangeDraft> family, List<Double> corrected) {
        int place = family.indexOf(draft);
        return place < 0 ? draft.decide(draft.uncorrectedP(), 1) : draft.decide(corrected.get(place), family.size());
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
        boolean interval = inA.n() >= Draft.MIN_GENERATIONS && inB.n() >= Draft.MIN_GENERATIONS;
        double ratio = Math.exp(inB.mean() - inA.mean());
        if (!interval) {
            return new FloorChange(floor, ratio, 0, 0);
        }
        Welch difference = Welch.of(inA, inB);
        return new FloorChange(floor, ratio, Math.exp(difference.low(0.95)), Math.exp(difference.high(0.95)));
    }
}
