package anywire.bench.report;

import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a terminal shows when a run is done: the small tables, the reasons for doubt, the answer last. */
public final class TerminalSummary {
    private static final List<String> HEADS =
            List.of("transport", "p50", "p90", "p99", "p50 ratio (95 %)", "verdict", "trust");
    private static final int WIDTH = 100;

    private TerminalSummary() {}

    /** Plain lines, ASCII alone unless a name holds more. */
    public static List<String> of(Run run, Analysis analysis) {
        List<String> lines = new ArrayList<>();
        for (ScenarioAnalysis scenario : analysis.scenarios()) {
            if (!scenario.cells().isEmpty()) {
                lines.add(
                        scenario.scenario().name() + ", " + scenario.scenario().conditions());
                lines.addAll(table(run, scenario));
                lines.add("");
            }
        }
        Doubts.lines(analysis).forEach(reason -> lines.addAll(Wrapped.lines(reason, WIDTH)));
        CalibrationSection.doubt(run.calibration()).ifPresent(lines::add);
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
        lines.addAll(Wrapped.lines(Closing.of(run, analysis.scenarios()), WIDTH));
        return lines.stream().map(TerminalSummary::ascii).toList();
    }

    private static List<String> table(Run run, ScenarioAnalysis scenario) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADS));
        String reference = run.suite().reference();
        for (CellAnalysis cell : scenario.cells()) {
            Optional<Comparison> median = scenario.median(cell.transport());
            rows.add(List.of(
                    run.label(cell.transport()),
                    Shown.micros(cell.intended(), cell.intended().p50Nanos()),
                    Shown.micros(cell.intended(), cell.intended().p90Nanos()),
                    Shown.p99(cell),
                    Shown.ratio(cell, reference, median),
                    Shown.verdict(cell, reference, median).text(),
                    median.map(c -> c.trust().words()).orElse("")));
        }
        return Wrapped.columns(rows);
    }

    static String ascii(String line) {
        return line.replace("µ", "u").replace(Shown.NONE, "-");
    }
}
