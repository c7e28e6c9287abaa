package anywire.bench.engine.load;

import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The intended starts of an open-loop window, made before it begins. */
public final class Arrivals {
    private Arrivals() {}

    /**
     * Offsets from the window's start in nanoseconds, ascending, all below {@code windowNanos}.
     *
     * @param seed of a Poisson process, whose gaps are independent and exponential; the same seed gives every transport
     *     the same arrivals
     */
    public static long[] offsets(Load load, long windowNanos, long seed) {
        if (!load.loop().open()) {
            throw new IllegalArgumentException("a closed loop has no arrivals");
        }
        double gapNanos = 1e9 / load.ratePerSecond();
        SplittableRandom random = new SplittableRandom(seed);
        long[] offsets = new long[(int) (windowNanos / gapNanos * 1.5) + 64];
        int n = 0;
        double at = load.loop() == Loop.CONSTANT ? 0 : exponential(random, gapNanos);
        while (at < windowNanos) {
            if (n == offsets.length) {
                offsets = Arrays.copyOf(offsets, n * 2);
            }
            offsets[n++] = (long) at;
            at = load.loop() == Loop.CONSTANT ? n * gapNanos : at + exponential(random, gapNanos);
        }
        return Arrays.copyOf(offsets, n);
    }

    private static double exponential(SplittableRandom random, double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }
}
