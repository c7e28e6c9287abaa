package anywire.bench.engine.calibrate;

import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Some values, in order. */
final class Ranked {
    private static final int RESAMPLES = 400_000;

    private final long[] ascending;

    private Ranked(long[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values, so no percentiles");
        }
        Arrays.sort(values);
        this.ascending = values;
    }

    static Ranked of(long... values) {
        return new Ranked(values.clone());
    }

    static Ranked of(Collection<Long> values) {
        return new Ranked(values.stream().mapToLong(Long::longValue).toArray());
    }

    static Ranked of(Histogram histogram) {
        long[] values = new long[Math.toIntExact(histogram.getTotalCount())];
        int n = 0;
        for (HistogramIterationValue step : histogram.recordedValues()) {
            int end = n + (int) step.getCountAddedInThisIterationStep();
            Arrays.fill(values, n, end, histogram.medianEquivalentValue(step.getValueIteratedTo()));
            n = end;
        }
        return new Ranked(values);
    }

    int size() {
        return ascending.length;
    }

    /** The smallest value that so many in a hundred are not above: as HdrHistogram has percentiles. */
    long at(double percentile) {
        int rank = (int) Math.ceil(Math.nextDown(percentile) * ascending.length / 100);
        return ascending[Math.max(0, rank - 1)];
    }

    double mean() {
        return Arrays.stream(ascending).average().orElseThrow();
    }

    /** The sum of one of these and one of those, drawn independently and often: the two distributions convolved. */
    Ranked plus(Ranked other, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] sums = new long[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            sums[i] = ascending[random.nextInt(ascending.length)]
                    + other.ascending[random.nextInt(other.ascending.length)];
        }
        return new Ranked(sums);
    }
}
