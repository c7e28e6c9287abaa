package anywire.bench.analysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The middle of a few figures that are not latencies of calls: peaks, warm-up times, floors. */
final class Medians {
    private Medians() {}

    /** 0 of nothing. */
    static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).sum() / 2;
    }
}
