package anywire.bench.report;

import anywire.bench.analysis.advice.ReasonText;
import anywire.bench.model.Environment;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.RunComparison;
import anywire.bench.model.RunComparison.Change;
import anywire.bench.model.RunComparison.Doubt;
import anywire.bench.model.RunComparison.FloorChange;
import anywire.bench.model.RunComparison.ScenarioChange;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Two runs on a terminal: what they are, what to beware of, a table a scenario, the floors, and what all this can't show. */
public final class RunComparisonSummary {
    private static final List<String> HEADS =
            List.of("transport", "", "A", "B", "B to A (95 %)", "smallest visible", "verdict");

    private RunComparisonSummary() {}

    /** Plain lines, ASCII alone unless a name holds more. */
    public static List<String> of(Run a, Run b, RunComparison comparison) {
        List<String> lines = new ArrayList<>(List.of(which("A", a), which("B", b), ""));
        comparison.warnings().forEach(warning -> lines.add("warn  " + warning));
        comparison.doubts().forEach(doubt -> lines.add("warn  " + doubt(doubt)));
        for (ScenarioChange scenario : comparison.scenarios()) {
            lines.add("");
            lines.add(scenario.scenario().name() + ", " + scenario.scenario().conditions());
            lines.addAll(table(a, b, scenario));
            scenario.changes().stream()
                    .filter(c -> !c.broken().isEmpty())
                    .forEach(c -> lines.add("  " + c.transport() + ": broken in " + c.broken()));
        }
        lines.add("");
        comparison.floors().forEach(floor -> lines.add(floor(floor)));
        lines.add("Faster, slower: B than A, by more than " + Figures.percent(comparison.margin())
                + ". A difference of the smallest visible size would nearly always show.");
        lines.add(
                "Runs that are apart in time carry the machine's drift (1.3 times within seconds has been seen), which no"
                        + " interval here covers: only rounds of one run make a fair comparison.");
        return lines.stream().map(TerminalSummary::ascii).toList();
    }

    /** The first reason stands for all. */
    private static String doubt(Doubt doubt) {
        String more = doubt.reasons().size() > 1 ? " (and " + (doubt.reasons().size() - 1) + " more)" : "";
        return doubt.run() + (doubt.complete() ? "" : " is incomplete, and") + " has trust "
                + doubt.trust().words()
                + (doubt.reasons().isEmpty()
                        ? ""
                        : ": " + ReasonText.of(doubt.reasons().get(0)) + more);
    }

    private static String which(String side, Run run) {
        Environment e = run.environment();
        String commit = e.gitCommit().isEmpty() ? "" : ", commit " + e.gitCommit();
        return "%s  %s, began %s, anywire %s%s"
                .formatted(side, run.id(), run.startedAt().truncatedTo(ChronoUnit.SECONDS), e.anywireVersion(), commit);
    }

    private static List<String> table(Run a, Run b, ScenarioChange scenario) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADS));
        for (Change c : scenario.changes()) {
            String labelA = a.label(c.transport());
            rows.add(List.of(
                    labelA.equals(b.label(c.transport())) ? labelA : c.transport(),
                    "p" + c.percentile(),
                    Figures.micros(c.nanosA()),
                    Figures.micros(c.nanosB()),
                    c.ratio() > 0 ? ratio(c.ratio(), c.hasInterval(), c.low95(), c.high95()) : Shown.NONE,
                    c.hasInterval() ? Figures.percent(c.smallestVisible()) : Shown.NONE,
                    Shown.verdict(c.verdict()).text()));
        }
        return Wrapped.columns(rows);
    }

    private static String floor(FloorChange f) {
        return "Floor " + f.floor() + ", with no transport on it: B to A "
                + ratio(f.ratio(), f.hasInterval(), f.low95(), f.high95()) + ". So much is the machine's.";
    }

    private static String ratio(double ratio, boolean hasInterval, double low, double high) {
        return Figures.ratio(ratio) + (hasInterval ? " (" + Shown.interval(true, low, high) + ")" : " (no interval)");
    }
}
