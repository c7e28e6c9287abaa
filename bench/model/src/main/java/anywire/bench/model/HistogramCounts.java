package anywire.bench.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * What a histogram counted, without the places where nothing was: of some 20,000 places a window fills a few hundred.
 * Its figures are those that HdrHistogram gives, to the last digit. Immutable.
 */
public final class HistogramCounts {
    public static final HistogramCounts NONE = new HistogramCounts(new long[0], new long[0]);

    /** Says which values are equivalent, and is never written to. */
    private static final Histogram RULER = Histograms.empty();

    private final long[] values;
    private final long[] upTo;

    /**
     * @param values ascending, the lowest of those that three digits can't tell apart
     * @param upTo how many are at most as large as the value of the same index, or equivalent to it
     */
    private HistogramCounts(long[] values, long[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    public static HistogramCounts of(Histogram histogram) {
        Builder counts = new Builder();
        for (HistogramIterationValue at : histogram.recordedValues()) {
            counts.add(at.getValueIteratedTo(), at.getCountAtValueIteratedTo());
        }
        return counts.build();
    }

    /** Of all together. */
    public static HistogramCounts sum(Collection<HistogramCounts> parts) {
        return sum(List.copyOf(parts));
    }

    /** By halves: each count is moved as often as the parts can be halved. */
    private static HistogramCounts sum(List<HistogramCounts> parts) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        int half = parts.size() / 2;
        return sum(parts.subList(0, half)).plus(sum(parts.subList(half, parts.size())));
    }

    private HistogramCounts plus(HistogramCounts that) {
        Builder both = new Builder(values.length + that.values.length);
        int mine = 0;
        int its = 0;
        while (mine < values.length || its < that.values.length) {
            boolean takesMine = its == that.values.length || mine < values.length && values[mine] <= that.values[its];
            if (takesMine) {
                both.addLowest(values[mine], countAt(mine));
                mine++;
            } else {
                both.addLowest(that.values[its], that.countAt(its));
                its++;
            }
        }
        return both.build();
    }

    private long countAt(int place) {
        return place == 0 ? upTo[0] : upTo[place] - upTo[place - 1];
    }

    public long total() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** @return how many values differ, as far as three digits tell */
    public int size() {
        return values.length;
    }

    /**
     * @param place 0 to less than {@link #size}, in order of value
     * @return the highest of those that are equivalent
     */
    public long value(int place) {
        return RULER.highestEquivalentValue(values[place]);
    }

    /** @return how many are below {@code value}, or equivalent to it */
    public long upTo(long value) {
        int found = Arrays.binarySearch(values, RULER.lowestEquivalentValue(value));
        int place = found >= 0 ? found : -found - 2;
        return place < 0 ? 0 : upTo[place];
    }

    public long at(double percentile) {
        return at(new double[] {percentile})[0];
    }

    /**
     * What {@link Histogram#getValueAtPercentile} says of each; 0 of nothing.
     *
     * @param percentiles 0 to 100
     */
    public long[] at(double... percentiles) {
        return Arrays.stream(percentiles).mapToLong(this::valueAt).toArray();
    }

    private long valueAt(double percentile) {
        if (values.length == 0) {
            return 0;
        }
        // As HdrHistogram has it: a hair below, so that rounding never takes it to the next value.
        double below = Math.min(Math.max(Math.nextAfter(percentile, Double.NEGATIVE_INFINITY), 0), 100);
        long rank = Math.max(1, (long) Math.ceil(below * total() / 100));
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return percentile == 0 ? values[low] : value(low);
    }

    public Latency latency() {
        if (values.length == 0) {
            return Latency.NONE;
        }
        long[] at = at(50, 90, 99, 99.9);
        return new Latency(total(), at[0], at[1], at[2], at[3], at(100), mean());
    }

    private double mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += RULER.medianEquivalentValue(values[i]) * (double) countAt(i);
        }
        return sum / total();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistogramCounts that
                && Arrays.equals(values, that.values)
                && Arrays.equals(upTo, that.upTo);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(upTo);
    }

    @Override
    public String toString() {
        return total() + " values, " + size() + " of them different";
    }

    /** Takes counts in order of value. Not safe for use by many threads. */
    public static final class Builder {
        private long[] values;
        private long[] upTo;
        private int size;

        public Builder() {
            this(64);
        }

        private Builder(int room) {
            values = new long[room];
            upTo = new long[room];
        }

        /** @param value not below the last one */
        public void add(long value, long count) {
            if (count > 0) {
                addLowest(RULER.lowestEquivalentValue(value), count);
            }
        }

        private void addLowest(long lowest, long count) {
            if (size > 0 && values[size - 1] == lowest) {
                upTo[size - 1] += count;
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size + 1);
                upTo = Arrays.copyOf(upTo, 2 * size + 1);
            }
            values[size] = lowest;
            upTo[size] = count + (size == 0 ? 0 : upTo[size - 1]);
            size++;
        }

        public HistogramCounts build() {
            return size == 0 ? NONE : new HistogramCounts(Arrays.copyOf(values, size), Arrays.copyOf(upTo, size));
        }
    }
}
