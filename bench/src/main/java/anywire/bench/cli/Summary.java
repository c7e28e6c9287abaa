package anywire.bench.cli;

import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Figures;
import anywire.bench.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result as it fits a terminal; the report says more. */
final class Summary {
    private final Run run;
    private final Analysis analysis;
    private final List<String> lines = new ArrayList<>();

    private Summary(Run run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
    }

    static List<String> lines(RunOnce.Outcome outcome) {
        Summary summary = new Summary(outcome.run(), outcome.analysis());
        summary.scenarios();
        summary.closing();
        summary.pointers(outcome.folder());
        return summary.lines;
    }

    private void scenarios() {
        for (ScenarioAnalysis scenario : analysis.scenarios()) {
            if (scenario.cells().isEmpty()) {
                continue;
            }
            lines.add("");
            lines.add(scenario.scenario().name() + " (" + scenario.scenario().load() + "), "
                    + scenario.trust().words());
            scenario.cells().forEach(cell -> lines.add(row(scenario, cell)));
            scenario.reasons().forEach(reason -> lines.add("  ! " + reason));
        }
    }

    private String row(ScenarioAnalysis scenario, CellAnalysis cell) {
        String verdict = cell.transport().equals(run.suite().reference())
                ? "the reference"
                : scenario.comparisons().stream()
                        .filter(c -> c.percentile() == 50 && c.transport().equals(cell.transport()))
                        .map(Summary::verdict)
                        .findFirst()
                        .orElse("");
        if (!cell.didNotHold().isEmpty()) {
            verdict = "did not hold: " + cell.didNotHold();
        }
        return String.format(
                Locale.ROOT,
                "  %-16s p50 %9s   p90 %9s   %8s/s   %s",
                run.label(cell.transport()),
                Figures.micros(cell.intended().p50Nanos()),
                Figures.micros(cell.intended().p90Nanos()),
                Figures.whole(cell.perSecond()),
                verdict);
    }

    private static String verdict(Comparison c) {
        if (c.blocks() == 0) {
            return c.verdict().words();
        }
        String interval =
                c.hasInterval() ? " (" + Figures.ratio(c.low95()) + " to " + Figures.ratio(c.high95()) + ")" : "";
        return Figures.ratio(c.ratio()) + " x " + c.reference() + interval + ": " + c.verdict().words();
    }

    private void closing() {
        lines.add("");
        lines.add(analysis.closing());
        analysis.reasons().forEach(reason -> lines.add("! " + reason));
        if (!analysis.dropped().isEmpty()) {
            lines.add(Figures.count(analysis.dropped().size(), "block") + " of "
                    + run.blocks().size() + " dropped; the report says why.");
        }
    }

    private void pointers(Path folder) {
        lines.add("");
        lines.add("report  " + Home.shown(folder.resolve("report.html")));
        lines.add("next    " + next());
    }

    private String next() {
        if (!run.complete()) {
            return "anywire run " + run.suite().name() + " (this one is incomplete)";
        }
        if (analysis.trust() != Trust.TRUSTED) {
            return "anywire doctor (what to mend before measuring again)";
        }
        return run.suite().name().equals("quick")
                ? "anywire run limits (how far each transport goes)"
                : "anywire report (draws the newest report again)";
    }
}
