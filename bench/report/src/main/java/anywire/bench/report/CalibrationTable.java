package anywire.bench.report;

import anywire.bench.model.CalibrationReport;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Verdict;
import anywire.bench.model.Figures;
import java.util.ArrayList;
import java.util.List;

/** A calibration as a terminal shows it: a table a case, its notes below. */
public final class CalibrationTable {
    private static final List<String> HEADS = List.of("", "truth", "measured", "bias", "bound", "");
    private static final int WIDTH = 100;

    private CalibrationTable() {}

    /** Plain lines, ASCII alone. */
    public static List<String> lines(CalibrationReport report) {
        List<String> lines = new ArrayList<>();
        report.byCase().forEach((known, rows) -> {
            lines.add(known);
            List<List<String>> table = new ArrayList<>(List.of(HEADS));
            rows.forEach(row -> table.add(cells(row)));
            lines.addAll(Wrapped.columns(table));
            rows.forEach(row -> lines.addAll(note(row)));
            lines.add("");
        });
        lines.add(verdict(report));
        return lines.stream()
                .map(TerminalSummary::ascii)
                .map(String::stripTrailing)
                .toList();
    }

    private static List<String> cells(CalibrationRow row) {
        boolean truth = row.judged() || row.truth() != 0;
        return List.of(
                row.what(),
                truth ? row.unit().text(row.truth()) : "",
                row.unit().text(row.measured()),
                truth ? row.biasText() : "",
                row.judged() && row.bound() > 0 ? row.unit().text(row.bound()) : "",
                row.judged() ? row.verdict().words() : "");
    }

    private static List<String> note(CalibrationRow row) {
        return row.note().isEmpty() || row.verdict() == Verdict.HOLDS
                ? List.of()
                : Wrapped.lines((row.off() ? "off: " : "") + row.what() + ": " + row.note(), WIDTH).stream()
                        .map(line -> "  " + line)
                        .toList();
    }

    private static String verdict(CalibrationReport report) {
        long judged = report.rows().stream().filter(CalibrationRow::judged).count();
        long off = report.rows().stream().filter(CalibrationRow::off).count();
        return off == 0
                ? "All " + Figures.count(judged, "figure") + " are within their bounds."
                : off + " of " + Figures.count(judged, "figure") + (off == 1 ? " is" : " are")
                        + " out of bounds: what the harness says here is that far off.";
    }
}
