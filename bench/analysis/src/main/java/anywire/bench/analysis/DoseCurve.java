package anywire.bench.analysis;

import anywire.bench.model.Noise.Half;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far a log ratio has moved, dose by dose, and where it reaches a height. Between doses it is taken to go straight, from
 * no dose at all at 0; where a stronger dose was seen to do less than a weaker one, the two are taken to do the same, as far as
 * their errors weigh (isotonic regression, pooling adjacent violators: Ayer and others 1955).
 */
final class DoseCurve {
    private final List<Point> points;
    private final double start;

    /**
     * @param x in order of strength, whichever way it goes
     * @param y upwards
     */
    record Point(double x, double y, double standardError) {}

    /** @param start the x that is no dose */
    DoseCurve(double start, List<Point> points) {
        this.start = start;
        this.points = List.copyOf(points);
    }

    /** Where y is that high, with the interval that the band of t standard errors around the curve leaves. */
    Half reaching(double height, double t) {
        return new Half(where(height, 0), where(height, t), where(height, -t));
    }

    /** @param errors that y is taken higher by */
    private OptionalDouble where(double height, double errors) {
        List<Point> shifted = points.stream()
                .map(p -> new Point(p.x(), p.y() + errors * p.standardError(), p.standardError()))
                .toList();
        double[] rising = rising(shifted);
        double x = start;
        double y = 0;
        for (int i = 0; i < rising.length; i++) {
            Point to = shifted.get(i);
            if (rising[i] >= height) {
                double share = rising[i] == y ? 0 : (height - y) / (rising[i] - y);
                return OptionalDouble.of(x + share * (to.x() - x));
            }
            x = to.x();
            y = Math.max(y, rising[i]);
        }
        return OptionalDouble.empty();
    }

    /** Never falling, nor below 0. */
    private static double[] rising(List<Point> points) {
        List<double[]> pools = new ArrayList<>();
        for (Point point : points) {
            double weight = 1 / Math.max(1e-12, point.standardError() * point.standardError());
            pools.add(new double[] {point.y(), weight, 1});
            while (pools.size() > 1 && pools.get(pools.size() - 2)[0] > pools.get(pools.size() - 1)[0]) {
                double[] last = pools.remove(pools.size() - 1);
                double[] before = pools.remove(pools.size() - 1);
                double sum = last[1] + before[1];
                pools.add(new double[] {(last[0] * last[1] + before[0] * before[1]) / sum, sum, last[2] + before[2]});
            }
        }
        return pools.stream()
                .flatMapToDouble(pool -> java.util.stream.DoubleStream.generate(() -> Math.max(0, pool[0]))
                        .limit((long) pool[2]))
                .toArray();
    }
}
