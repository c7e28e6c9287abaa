package anywire.bench.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** The run's histograms, in nanoseconds: one a cell, block and clock. Not safe for use by many threads. */
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

        /** By block; empty if the cell was never measured. */
        SortedMap<Integer, Histogram> blocks(Cell cell);
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
        public SortedMap<Integer, Histogram> blocks(Cell cell) {
            return new TreeMap<>();
        }
    }

    /** 1 us to 1 hour would do; three digits, auto-resizing, so nothing is clipped. */
    public static Histogram empty() {
        return new Histogram(3);
    }

    public void add(Cell cell, int block, Histogram histogram) {
        all.computeIfAbsent(cell, c -> new TreeMap<>())
                .computeIfAbsent(block, b -> empty())
                .add(histogram);
    }

    public Set<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>(kept.cells());
        cells.addAll(all.keySet());
        return cells;
    }

    /** By block; empty if the cell was never measured. */
    public SortedMap<Integer, Histogram> blocks(Cell cell) {
        SortedMap<Integer, Histogram> its = all.get(cell);
        return its == null ? kept.blocks(cell) : its;
    }

    public Optional<Histogram> of(Cell cell, int block) {
        return Optional.ofNullable(blocks(cell).get(block));
    }

    public static Latency latency(Histogram h) {
        if (h.getTotalCount() == 0) {
            return Latency.NONE;
        }
        long[] at = valuesAt(h, 50, 90, 99, 99.9);
        return new Latency(h.getTotalCount(), at[0], at[1], at[2], at[3], h.getMaxValue(), h.getMean());
    }

    /**
     * What {@link Histogram#getValueAtPercentile} says of each, in one pass.
     *
     * @param percentiles ascending, 0 to 100
     */
    public static long[] valuesAt(Histogram h, double... percentiles) {
        long[] values = new long[percentiles.length];
        int next = 0;
        for (HistogramIterationValue at : h.recordedValues()) {
            long upToHere = at.getTotalCountToThisValue();
            while (next < values.length && upToHere >= rank(percentiles[next], h.getTotalCount())) {
                values[next] = percentiles[next] == 0
                        ? h.lowestEquivalentValue(at.getValueIteratedTo())
                        : h.highestEquivalentValue(at.getValueIteratedTo());
                next++;
            }
            if (next == values.length) {
                break;
            }
        }
        return values;
    }

    /** As HdrHistogram has it: a hair below, so that rounding never takes it to the next value. */
    private static long rank(double percentile, long count) {
        double below = Math.min(Math.max(Math.nextAfter(percentile, Double.NEGATIVE_INFINITY), 0), 100);
        return Math.max(1, (long) Math.ceil(below * count / 100));
    }
}
