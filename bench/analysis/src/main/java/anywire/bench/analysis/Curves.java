package anywire.bench.analysis;

import anywire.bench.model.Analysis.CurvePoint;
import anywire.bench.model.HistogramCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Latencies as the line that a plot draws: about nine points for each further nine of the percentile, as far as ten
 * values lie beyond. What lies further out is single calls.
 */
final class Curves {
    private static final int BEYOND = 10;
    private static final double[] OF_A_DECADE = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7};

    private Curves() {}

    static List<CurvePoint> of(HistogramCounts counts) {
        double[] shares = shares(counts.total());
        long[] values =
                counts.at(Arrays.stream(shares).map(share -> share * 100).toArray());
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            points.add(new CurvePoint(shares[i], values[i]));
        }
        return List.copyOf(points);
    }

    private static double[] shares(long count) {
        DoubleStream.Builder shares = DoubleStream.builder();
        for (double decade = 1; ; decade *= 10) {
            for (double part : OF_A_DECADE) {
                double oneOf = decade * part;
                if (count / oneOf < BEYOND) {
                    return shares.build().toArray();
                }
                shares.add(1 - 1 / oneOf);
            }
        }
    }
}
