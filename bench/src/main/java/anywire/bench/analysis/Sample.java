package anywire.bench.analysis;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Log ratios, one a block, as Student's t sees them.
 *
 * @param sd the sample's standard deviation (n - 1); 0 for fewer than two
 */
record Sample(int n, double mean, double sd) {
    static Sample of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(v -> v).sum() / Math.max(1, n);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Sample(n, mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1)));
    }

    double standardError() {
        return sd / Math.sqrt(n);
    }

    /** @param level two-sided: 0.95 */
    double low(double level) {
        return mean - halfWidth(level);
    }

    /** @param level two-sided: 0.95 */
    double high(double level) {
        return mean + halfWidth(level);
    }

    private double halfWidth(double level) {
        return quantile(1 - (1 - level) / 2) * standardError();
    }

    /** One-sided p value of "the true mean is at least {@code bound}". */
    double pBelow(double bound) {
        return cumulative(mean - bound);
    }

    /** One-sided p value of "the true mean is at most {@code bound}". */
    double pAbove(double bound) {
        return cumulative(bound - mean);
    }

    double quantile(double probability) {
        return TDistribution.of(n - 1.0).inverseCumulativeProbability(probability);
    }

    private double cumulative(double distance) {
        if (standardError() == 0) {
            return distance < 0 ? 0 : distance > 0 ? 1 : 0.5;
        }
        return TDistribution.of(n - 1.0).cumulativeProbability(distance / standardError());
    }
}
