package anywire.bench.analysis;

import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.WarmthSummary;
import anywire.bench.model.Crossed;
import anywire.bench.model.Generation;
import anywire.bench.model.Histograms;
import anywire.bench.model.Reason;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns what was measured into what follows from it. */
public final class Analyst {
    private final Run run;
    private final ByScenario generations;
    private final Cells cells;
    private final Taxes taxes;
    private final CostRatios costs;
    private final double usualProbeNanos;

    private Analyst(Run run, Histograms histograms) {
        this.run = run;
        this.generations = new ByScenario(run.generations());
        this.cells = new Cells(run, histograms);
        this.taxes = new Taxes(run);
        this.costs = new CostRatios(run);
        this.usualProbeNanos = DisturbedRounds.usual(run);
    }

    /** The same run gives the same analysis, to the last digit. */
    public static Analysis analyse(Run run, Histograms histograms) {
        return new Analyst(run, histograms).analysis();
    }

    /** One scenario before its verdicts. */
    private record Prepared(Scenario scenario, List<Generation> its, Rounds rounds, List<CellAnalysis> cells) {
        Comparing.Measured measured() {
            return new Comparing.Measured(scenario, rounds);
        }
    }

    private Analysis analysis() {
        // Side by side: there may be hundreds.
        List<Prepared> prepared =
                run.suite().scenarios().parallelStream().map(this::prepare).toList();
        List<Comparison> decided = new Comparing(run, known())
                .compare(prepared.stream().map(Prepared::measured).toList());
        List<ScenarioAnalysis> scenarios = new ArrayList<>();
        int next = 0;
        for (Prepared p : prepared) {
            int end = next + comparisons(p);
            scenarios.add(scenario(p, decided.subList(next, end)));
            next = end;
        }
        Crossed crossed = run.generations().stream().map(Generation::crossed).reduce(Crossed.NOTHING, Crossed::plus);
        List<Reason> reasons = RunTrust.of(run, crossed);
        boolean led = scenarios.stream().anyMatch(s -> s.scenario().primary());
        Trust trust = scenarios.stream()
                .filter(s -> s.scenario().primary() || !led)
                .map(ScenarioAnalysis::trust)
                .reduce(Reason.trust(reasons), Trust::worse);
        List<WarmthSummary> warmths = WarmUpSummary.of(run, run.generations());
        return new Analysis(
                trust,
                reasons,
                scenarios,
                warmths,
                Floors.summaries(run.suite().floors(), run.generations()),
                Machines.of(run.generations()),
                prepared.stream()
                        .flatMap(p -> taxes.of(p.scenario(), p.rounds()).stream())
                        .toList(),
                prepared.stream()
                        .flatMap(p -> costs.of(p.scenario(), p.rounds()).stream())
                        .toList(),
                crossed,
                MedianFootprints.of(run, run.generations()));
    }

    /** How many there are of a scenario: two percentiles for each row beside the reference. */
    private int comparisons(Prepared p) {
        return p.rounds().measured(run.suite().reference()) ? 2 * (p.cells().size() - 1) : 0;
    }

    private ScenarioAnalysis scenario(Prepared p, List<Comparison> comparisons) {
        List<Reason> broken =
                p.cells().stream().flatMap(c -> c.broken().stream()).toList();
        Map<Reason.Code, Reason> worst = new LinkedHashMap<>();
        Reason.ranked(Stream.concat(
                                broken.stream(), telling(comparisons).stream().flatMap(c -> c.reasons().stream()))
                        .toList())
                .forEach(reason -> worst.putIfAbsent(reason.code(), reason));
        List<Reason> reasons = List.copyOf(worst.values());
        return new ScenarioAnalysis(p.scenario(), Reason.trust(reasons), reasons, p.cells(), comparisons);
    }

    /**
     * Whose trust is the scenario's: medians of rows that could take the reference's place. A doubt of the baseline, whose
     * calls take a hundredth of the time, is told beside its own figure, but for one that breaks it.
     */
    private List<Comparison> telling(List<Comparison> comparisons) {
        List<Comparison> medians =
                comparisons.stream().filter(c -> c.percentile() == 50).toList();
        List<Comparison> others = medians.stream()
                .filter(c -> c.trust() == Trust.BROKEN
                        || !c.transport().equals(run.suite().baseline()))
                .toList();
        return others.isEmpty() ? medians : others;
    }

    /** Spreads from elsewhere, by group of networks. */
    private Map<String, Spread> known() {
        Map<String, Spread> known = new LinkedHashMap<>();
        run.schedule().known().forEach(spread -> known.put(spread.network(), spread));
        return known;
    }

    private Prepared prepare(Scenario scenario) {
        List<Generation> its = generations.of(scenario.name());
        Rounds rounds = Rounds.of(
                its,
                DisturbedRounds.of(its, usualProbeNanos, run.judgedBy().bounds().probeSlower()));
        return new Prepared(scenario, its, rounds, cells.of(scenario, rounds, its));
    }
}
