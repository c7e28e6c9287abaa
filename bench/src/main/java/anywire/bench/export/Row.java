package anywire.bench.export;

import anywire.bench.run.Analysis;
import anywire.bench.run.Generation;
import anywire.bench.run.GenerationCell;
import anywire.bench.run.Histograms;
import anywire.bench.run.Histograms.Cell;
import anywire.bench.run.Latency;
import anywire.bench.run.Run;
import anywire.bench.run.Window;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One cell in one generation by one clock. Its components, in their order and by their names, are the columns of a CSV file
 * and the properties of a JSON line.
 *
 * @param scenario {@code floor} for a floor
 * @param kept whether the generation counts for the scenario
 * @param clock what latencies count from: {@code intended} start, {@code actual} send; {@code send_lag} is how late the
 *     driver was, {@code hiccup} how late the machine woke a thread meanwhile
 * @param perSecond right answers a second in this generation, the same for every clock
 */
record Row(
        String scenario,
        String transport,
        int generation,
        boolean kept,
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
    static List<Row> all(Run run, Histograms histograms, Analysis analysis) {
        List<Row> rows = new ArrayList<>();
        for (Cell cell : histograms.cells()) {
            histograms.generations(cell).forEach((generation, histogram) -> {
                if (histogram.getTotalCount() > 0) {
                    rows.add(row(
                            cell,
                            generation,
                            analysis.counts(cell.scenario(), generation),
                            histogram,
                            perSecond(run, cell.scenario(), cell.transport(), generation)));
                }
            });
        }
        return rows;
    }

    private static Row row(Cell cell, int generation, boolean kept, Histogram histogram, double perSecond) {
        Latency l = Histograms.latency(histogram);
        return new Row(
                cell.scenario(),
                cell.transport(),
                generation,
                kept,
                Names.of(cell.clock()),
                l.count(),
                l.p50Nanos(),
                l.p90Nanos(),
                l.p99Nanos(),
                l.p999Nanos(),
                l.maxNanos(),
                l.meanNanos(),
                perSecond);
    }

    private static double perSecond(Run run, String scenario, String transport, int number) {
        return run.generations().stream()
                .filter(b -> b.number() == number)
                .findFirst()
                .map(b -> b.cells().stream()
                        .filter(c ->
                                c.scenario().equals(scenario) && c.transport().equals(transport))
                        .findFirst()
                        .map(GenerationCell::perSecond)
                        .orElseGet(() -> perSecondOfFloor(b, transport)))
                .orElse(0.0);
    }

    private static double perSecondOfFloor(Generation generation, String floor) {
        List<Window> windows =
                generation.floors().stream().filter(w -> w.transport().equals(floor)).toList();
        double seconds = windows.stream().mapToDouble(Window::seconds).sum();
        long answered =
                windows.stream().mapToLong(w -> w.accounting().answered()).sum();
        return seconds == 0 ? 0 : answered / seconds;
    }
}
