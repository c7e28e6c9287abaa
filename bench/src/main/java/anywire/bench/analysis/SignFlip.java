package anywire.bench.analysis;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Fisher's sign-flip test: if there were no difference, a block's two transports could swap names, which flips the sign
 * of its log ratio. The p value is the share of flips whose mean is at least as far from 0: exact up to 12 blocks,
 * else from 10,000 seeded draws. It needs no normal distribution, which is what it is here to check.
 */
final class SignFlip {
    static final int MIN_BLOCKS = 6;
    private static final int EXACT_UP_TO = 12;
    private static final int DRAWS = 10_000;
    /** Sums that differ by rounding alone count as equal. */
    private static final double ROUNDING = 1e-12;

    private SignFlip() {}

    static double p(List<Double> logs, long seed) {
        double[] values = logs.stream().mapToDouble(v -> v).toArray();
        double observed = Math.abs(flippedSum(values, 0)) - ROUNDING;
        if (values.length <= EXACT_UP_TO) {
            int all = 1 << values.length;
            int asFar = 0;
            for (int flips = 0; flips < all; flips++) {
                asFar += Math.abs(flippedSum(values, flips)) >= observed ? 1 : 0;
            }
            return (double) asFar / all;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int asFar = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            asFar += Math.abs(flippedSum(values, random)) >= observed ? 1 : 0;
        }
        return asFar / (DRAWS + 1.0);
    }

    private static double flippedSum(double[] values, int flips) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (flips >> i & 1) == 0 ? values[i] : -values[i];
        }
        return sum;
    }

    private static double flippedSum(double[] values, SplittableRandom random) {
        double sum = 0;
        for (double value : values) {
            sum += random.nextBoolean() ? value : -value;
        }
        return sum;
    }
}
