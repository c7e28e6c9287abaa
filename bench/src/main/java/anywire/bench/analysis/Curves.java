package anywire.bench.analysis;

import anywire.bench.run.Analysis.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A histogram as the line that a plot draws: about nine points for each further nine of the percentile, as far as ten
 * values lie beyond. What lies further out is single calls.
 */
final class Curves {
    private static final int BEYOND = 10;
    private static final double[] OF_A_DECADE = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7};

    private Curves() {}

    static List<CurvePoint> of(Histogram histogram) {
        List<CurvePoint> points = new ArrayList<>();
        for (double decade = 1; ; decade *= 10) {
            for (double part : OF_A_DECADE) {
                double oneOf = decade * part;
                if (histogram.getTotalCount() / oneOf < BEYOND) {
                    return List.copyOf(points);
                }
                double share = 1 - 1 / oneOf;
                points.add(new CurvePoint(share, histogram.getValueAtPercentile(share * 100)));
            }
        }
    }
}
