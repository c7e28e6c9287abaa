package anywire.bench.report.export;

import anywire.bench.model.Generation;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Latency;
import anywire.bench.model.Run;
import anywire.bench.model.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * One cell in one round by one clock. Its components, in their order and by their names, are the columns of a CSV file
 * and the properties of a JSON line.
 *
 * @param scenario {@code floor} for a floor
 * @param round of the run, counted from 1
 * @param clock what latencies count from: {@code intended} start, {@code actual} send; {@code send_lag} is how late the
 *     driver was, {@code hiccup} how late the machine woke a thread meanwhile
 * @param perSecond right answers a second in this round, the same for every clock
 */
record ExportRow(
        String scenario,
        String transport,
        int generation,
        int round,
        String clock,
        long count,
        long p50Nanos,
        long p90Nanos,
        long p99Nanos,
        long p999Nanos,
        long maxNanos,
        double meanNanos,
        double perSecond) {

    /** Empty histograms are left out. */
    static List<ExportRow> all(Run run, Histograms histograms) {
        Map<String, Window> windows = new HashMap<>();
        Map<Integer, Integer> generations = new HashMap<>();
        for (Generation generation : run.generations()) {
            generation.windows().forEach(w -> windows.put(key(w.scenario(), w.transport(), w.round()), w));
            generation.floors().forEach(w -> windows.put(key("floor", w.transport(), w.round()), w));
            generation.windows().forEach(w -> generations.put(w.round(), generation.number()));
            generation.floors().forEach(w -> generations.put(w.round(), generation.number()));
        }
        List<ExportRow> rows = new ArrayList<>();
        for (Cell cell : histograms.cells()) {
            histograms.rounds(cell).forEach((round, histogram) -> {
                if (histogram.getTotalCount() > 0) {
                    Window window = windows.get(key(cell.scenario(), cell.transport(), round));
                    rows.add(row(
                            cell,
                            generations.getOrDefault(round, 0),
                            round,
                            histogram,
                            window == null ? 0 : window.perSecond()));
                }
            });
        }
        return rows;
    }

    private static String key(String scenario, String transport, int round) {
        return scenario + '/' + transport + '/' + round;
    }

    private static ExportRow row(Cell cell, int generation, int round, Histogram histogram, double perSecond) {
        Latency l = Histograms.latency(histogram);
        return new ExportRow(
                cell.scenario(),
                cell.transport(),
                generation,
                round,
                ExportNames.of(cell.clock()),
                l.count(),
                l.p50Nanos(),
                l.p90Nanos(),
                l.p99Nanos(),
                l.p999Nanos(),
                l.maxNanos(),
                l.meanNanos(),
                perSecond);
    }
}
