package anywire.bench.analysis;

import org.apache.commons.statistics.distribution.TDistribution;

/** A mean of logs whose error, counted in standard errors, follows Student's t. */
interface LogMean {
    double mean();

    double standardError();

    double degreesOfFreedom();

    /** @param level two-sided: 0.95 */
    default double low(double level) {
        return mean() - quantile(1 - (1 - level) / 2) * standardError();
    }

    /** @param level two-sided: 0.95 */
    default double high(double level) {
        return mean() + quantile(1 - (1 - level) / 2) * standardError();
    }

    /** One-sided p value of "the true mean is at least {@code bound}". */
    default double pBelow(double bound) {
        return cumulative(mean() - bound);
    }

    /** One-sided p value of "the true mean is at most {@code bound}". */
    default double pAbove(double bound) {
        return cumulative(bound - mean());
    }

    /**
     * Whether it is further from 0 than chance alone would have it. What comes and goes with the rounds is in their spread
     * already, and so in every interval.
     *
     * @param level of the two-sided test
     */
    default boolean lasting(double level) {
        return 2 * Math.min(pBelow(0), pAbove(0)) < level;
    }

    default double quantile(double probability) {
        return TDistribution.of(degreesOfFreedom()).inverseCumulativeProbability(probability);
    }

    private double cumulative(double distance) {
        if (standardError() == 0) {
            return distance < 0 ? 0 : distance > 0 ? 1 : 0.5;
        }
        return TDistribution.of(degreesOfFreedom()).cumulativeProbability(distance / standardError());
    }
}
