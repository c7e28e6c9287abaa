package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways of splitting the monolith, side by side, in what each costs the person who waits. */
final class StepsSection {
    private static final int MOST = 12;

    private final Run run;
    private final List<ScenarioAnalysis> scenarios;

    private StepsSection(Run run, Analysis analysis) {
        this.run = run;
        this.scenarios = analysis.scenarios().stream()
                .filter(s -> !s.cells().isEmpty())
                .limit(MOST)
                .toList();
    }

    /** Empty where no row has several services on transports of their own. */
    static Section of(Run run, Analysis analysis) {
        boolean wirings = run.suite().rows().stream().anyMatch(row -> row.legs().size() > 1);
        Section.Builder section = Section.titled(Anchors.STEPS, "Step by step");
        return wirings ? new StepsSection(run, analysis).section(section) : section.build();
    }

    private Section section(Section.Builder section) {
        List<String> heads = new ArrayList<>(List.of("wiring"));
        scenarios.forEach(
                s -> heads.add(s.scenario().name() + ", trust " + s.trust().words()));
        return section.text(
                        "Medians from the intended start, each scenario's trust beside its name. Each leads to its scenario, with"
                                + " ratios and intervals.")
                .table(
                        "What a person waits for, by the way in which the monolith is split",
                        heads,
                        run.suite().transports().stream().map(this::row).toList())
                .build();
    }

    private List<Entry> row(String row) {
        List<Entry> entries = new ArrayList<>(List.of(Entry.of(run.label(row))));
        for (ScenarioAnalysis scenario : scenarios) {
            String link = "#" + Anchors.scenario(run.suite().scenarios().indexOf(scenario.scenario()));
            Optional<CellAnalysis> cell = scenario.cells().stream()
                    .filter(c -> c.transport().equals(row))
                    .findFirst();
            entries.add(cell.map(c ->
                            new Entry(Shown.micros(c.intended(), c.intended().p50Nanos()), tone(scenario, c), link))
                    .orElse(new Entry(Shown.NONE, Tone.FAINT)));
        }
        return entries;
    }

    private static Tone tone(ScenarioAnalysis scenario, CellAnalysis cell) {
        if (!cell.delivered()) {
            return Tone.BAD;
        }
        Optional<Verdict> verdict = scenario.median(cell.transport()).map(Comparison::verdict);
        return verdict.map(v -> Shown.verdict(v).tone()).orElse(Tone.PLAIN);
    }
}
