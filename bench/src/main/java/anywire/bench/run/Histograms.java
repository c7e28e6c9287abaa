package anywire.bench.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

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

    private final Map<Cell, SortedMap<Integer, Histogram>> all = new LinkedHashMap<>();

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
        return all.keySet();
    }

    /** By block; empty if the cell was never measured. */
    public SortedMap<Integer, Histogram> blocks(Cell cell) {
        return all.getOrDefault(cell, new TreeMap<>());
    }

    public Optional<Histogram> of(Cell cell, int block) {
        return Optional.ofNullable(blocks(cell).get(block));
    }

    public static Latency latency(Histogram h) {
        if (h.getTotalCount() == 0) {
            return Latency.NONE;
        }
        return new Latency(
                h.getTotalCount(),
                h.getValueAtPercentile(50),
                h.getValueAtPercentile(90),
                h.getValueAtPercentile(99),
                h.getValueAtPercentile(99.9),
                h.getMaxValue(),
                h.getMean());
    }
}
