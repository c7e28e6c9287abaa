package anywire.bench.report.export;

import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** HdrHistogram's own text, as its plotter reads it: microseconds, a cell's rounds merged. */
final class Percentiles {
    private static final double NANOS_A_MICRO = 1_000;

    private Percentiles() {}

    /** By file name: {@code authenticate@tcp.intended.hgrm}. */
    static Map<String, String> files(Histograms histograms) {
        Map<String, String> files = new TreeMap<>();
        for (Cell cell : histograms.cells()) {
            Histogram merged = Histograms.empty();
            histograms.rounds(cell).values().forEach(merged::add);
            if (merged.getTotalCount() > 0) {
                files.put(
                        "%s@%s.%s.hgrm"
                                .formatted(
                                        ExportNames.inFile(cell.scenario()),
                                        ExportNames.inFile(cell.transport()),
                                        ExportNames.of(cell.clock())),
                        text(merged));
            }
        }
        return files;
    }

    private static String text(Histogram histogram) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            histogram.outputPercentileDistribution(out, NANOS_A_MICRO);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
