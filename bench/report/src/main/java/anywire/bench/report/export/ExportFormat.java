package anywire.bench.report.export;

import anywire.bench.model.Histograms;
import anywire.bench.model.Run;
import java.util.List;
import java.util.Map;

/** What a run can be exported as. */
public enum ExportFormat {
    /** One file, a row a scenario, transport, generation and clock. */
    CSV,
    /** The same rows as JSON objects, one a line. */
    JSONL,
    /** HdrHistogram's percentile text, a file a scenario, transport and clock, over all rounds. */
    PERCENTILES;

    /** Texts by file name; none where nothing was measured. */
    public Map<String, String> files(Run run, Histograms histograms) {
        if (this == PERCENTILES) {
            return Percentiles.files(histograms);
        }
        List<ExportRow> rows = ExportRow.all(run, histograms);
        if (rows.isEmpty()) {
            return Map.of();
        }
        return this == CSV
                ? Map.of("measurements.csv", Csv.text(rows))
                : Map.of("measurements.jsonl", JsonLines.text(rows));
    }
}
