package anywire.bench.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The run's histograms, in nanoseconds: one a cell, round and clock. Not safe for use by many threads. */
public final class Histograms {
    /** What a latency counts from; or how late something was that should have been on time. */
    public enum Clock {
        INTENDED,
        ACTUAL,
        /** The driver's sends. */
        SEND_LAG,
        /** A thread with nothing else to do, on every core: see {@link Machine.Hiccups}. */
        HICCUP
    }

    public record Cell(String scenario, String transport, Clock clock) {}

    /** Histograms that are somewhere else, and are read when they are asked for: those of hundreds of cells fill a heap. */
    public interface Source {
        Set<Cell> cells();

        /** By round; empty if the cell was never measured. */
        SortedMap<Integer, Histogram> rounds(Cell cell);

        /** The same as counts. */
        SortedMap<Integer, HistogramCounts> counts(Cell cell);
    }

    private final Map<Cell, SortedMap<Integer, Histogram>> all = new LinkedHashMap<>();
    private final Source kept;

    /** With nothing in it yet. */
    public Histograms() {
        this(new Nothing());
    }

    /** What was kept, as safe for use by many threads as the source is. */
    public Histograms(Source kept) {
        this.kept = kept;
    }

    private static final class Nothing implements Source {
        @Override
        public Set<Cell> cells() {
            return Set.of();
        }

        @Override
        public SortedMap<Integer, Histogram> rounds(Cell cell) {
            return new TreeMap<>();
        }

        @Override
        public SortedMap<Integer, HistogramCounts> counts(Cell cell) {
            return new TreeMap<>();
        }
    }

    /** 1 us to 1 hour would do; three digits, auto-resizing, so nothing is clipped. */
    public static Histogram empty() {
        return new Histogram(3);
    }

    public void add(Cell cell, int round, Histogram histogram) {
        all.computeIfAbsent(cell, c -> new TreeMap<>())
                .computeIfAbsent(round, b -> empty())
                .add(histogram);
    }

    public Set<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>(kept.cells());
        cells.addAll(all.keySet());
        return cells;
    }

    /** By round; empty if the cell was never measured. */
    public SortedMap<Integer, Histogram> rounds(Cell cell) {
        SortedMap<Integer, Histogram> its = all.get(cell);
        return its == null ? kept.rounds(cell) : its;
    }

    public Optional<Histogram> of(Cell cell, int round) {
        return Optional.ofNullable(rounds(cell).get(round));
    }

    /** By round; empty if the cell was never measured. */
    public SortedMap<Integer, HistogramCounts> counts(Cell cell) {
        SortedMap<Integer, Histogram> its = all.get(cell);
        if (its == null) {
            return kept.counts(cell);
        }
        SortedMap<Integer, HistogramCounts> counts = new TreeMap<>();
        its.forEach((round, histogram) -> counts.put(round, HistogramCounts.of(histogram)));
        return counts;
    }

    public static Latency latency(Histogram h) {
        return HistogramCounts.of(h).latency();
    }
}
