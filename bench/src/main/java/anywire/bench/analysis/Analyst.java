package anywire.bench.analysis;

import anywire.bench.analysis.Check.Evidence;
import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Analysis.WarmthSummary;
import anywire.bench.run.Generation;
import anywire.bench.run.Crossed;
import anywire.bench.run.Histograms;
import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns what was measured into what follows from it. */
public final class Analyst {
    private final Run run;
    private final ByScenario generations;
    private final KeptGenerations kept;
    private final Cells cells;
    private final Comparing comparing;
    private final Taxes taxes;
    private final CostRatios costs;
    private final List<WarmthSummary> warmths;

    private Analyst(Run run, Histograms histograms) {
        this.run = run;
        this.generations = new ByScenario(run.generations());
        this.kept = KeptGenerations.of(run.generations());
        this.cells = new Cells(run, histograms);
        this.comparing = new Comparing(run);
        this.taxes = new Taxes(run);
        this.costs = new CostRatios(run);
        this.warmths = WarmUps.of(run, kept.generations());
    }

    /** The same run gives the same analysis, to the last digit. */
    public static Analysis analyse(Run run, Histograms histograms) {
        return new Analyst(run, histograms).analysis();
    }

    /** One scenario before its verdicts. */
    private record Prepared(
            Scenario scenario,
            KeptGenerations kept,
            LoadLimit load,
            List<CellAnalysis> cells,
            ScenarioTrust trust,
            List<Draft> drafts) {}

    private Analysis analysis() {
        // Side by side: there may be hundreds.
        List<Prepared> prepared =
                run.suite().scenarios().parallelStream().map(this::prepare).toList();
        List<Comparison> decided = Comparing.decide(
                prepared.stream().flatMap(p -> p.drafts().stream()).toList());
        List<ScenarioAnalysis> scenarios = new ArrayList<>();
        int next = 0;
        for (Prepared p : prepared) {
            int end = next + p.drafts().size();
            scenarios.add(new ScenarioAnalysis(
                    p.scenario(),
                    p.trust().trust(),
                    p.trust().reasons(),
                    p.load().sentence(),
                    p.cells(),
                    decided.subList(next, end)));
            next = end;
        }
        Crossed crossed = kept.generations().stream().map(Generation::crossed).reduce(Crossed.NOTHING, Crossed::plus);
        RunTrust whole = RunTrust.of(run, kept, crossed);
        Trust trust = scenarios.stream().map(ScenarioAnalysis::trust).reduce(whole.trust(), Trust::worse);
        return new Analysis(
                Closing.of(run, trust, scenarios),
                kept.numbers(),
                dropped(prepared),
                trust,
                whole.reasons(),
                scenarios,
                warmths,
                Floors.summaries(run.suite().floors(), kept.generations()),
                Machines.of(run.generations()),
                prepared.stream()
                        .flatMap(p -> taxes.of(p.scenario(), p.kept()).stream())
                        .toList(),
                prepared.stream()
                        .flatMap(p -> costs.of(p.scenario(), p.kept()).stream())
                        .toList(),
                crossed,
                MedianFootprints.of(run, kept.generations()),
                CantTell.of(run, scenarios));
    }

    private List<Dropped> dropped(List<Prepared> prepared) {
        Stream<Dropped> ofOne = prepared.stream()
                .flatMap(p -> p.kept().dropped().stream())
                .filter(d -> kept.numbers().contains(d.generation()));
        return Stream.concat(kept.dropped().stream(), ofOne).toList();
    }

    private Prepared prepare(Scenario scenario) {
        List<Generation> its = generations.of(scenario.name());
        KeptGenerations kept = KeptGenerations.of(its, scenario.name());
        LoadLimit load = LoadLimit.of(scenario, run.graph(), warmths, run.capacities());
        List<CellAnalysis> measured = cells.of(scenario, kept, load.ranked());
        ScenarioTrust trust = ScenarioTrust.of(new Evidence(its, kept, scenario, measured, load));
        return new Prepared(
                scenario, kept, load, measured, trust, comparing.drafts(scenario, kept, measured, trust.trust(), load));
    }
}
