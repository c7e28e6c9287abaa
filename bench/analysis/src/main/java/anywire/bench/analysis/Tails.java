package anywire.bench.analysis;

import anywire.bench.model.Analysis.Tail;
import anywire.bench.model.HistogramCounts;
import anywire.bench.model.Window;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A p99 with an interval: descriptive, no verdict rests on it. The interval is the 2.5 % and 97.5 % quantile over 2,000
 * seeded resamples of whole rounds (calls of one round share its luck, so they are not drawn one by one).
 *
 * <p>Ten slow calls in a row are one event. Histograms keep no times, so separate exceedances are counted from below: at
 * most one a window, where the window's maximum lies beyond the merged p99. Windows of a cell are as good as always
 * more than 100 ms apart.
 */
public final class Tails {
    private static final int RESAMPLES = 2_000;
    /** Separate slow calls without which no p99 is printed. */
    public static final int MIN_EXCEEDANCES = 10;
    /** Rounds that they have to be in. */
    public static final int MIN_ROUNDS = 3;

    private static final double MACHINE_SHARE = 0.2;

    private Tails() {}

    /**
     * @param p99Nanos of all rounds together
     * @param counts by round
     * @param windows by round
     */
    static Tail p99(
            long p99Nanos, SortedMap<Integer, HistogramCounts> counts, Map<Integer, List<Window>> windows, long seed) {
        int exceedances = 0;
        Set<Integer> rounds = new HashSet<>();
        for (Map.Entry<Integer, List<Window>> round : windows.entrySet()) {
            for (Window window : round.getValue()) {
                if (window.intended().maxNanos() > p99Nanos) {
                    exceedances++;
                    rounds.add(round.getKey());
                }
            }
        }
        if (exceedances < MIN_EXCEEDANCES || rounds.size() < MIN_ROUNDS) {
            return new Tail(0, 0, exceedances, false, 0, false);
        }
        long[] resampled = new Resampler(counts.values(), 0.99).draw(RESAMPLES, seed);
        return new Tail(
                resampled[(int) (0.025 * RESAMPLES)],
                resampled[(int) (0.975 * RESAMPLES)],
                exceedances,
                true,
                0,
                false);
    }

    /**
     * The same beside what the machine did by itself at that rank.
     *
     * @param hiccups over the same windows; empty where no meter ran
     */
    static Tail beside(HistogramCounts hiccups, Tail tail, long p99Nanos) {
        long hiccupNanos = hiccups.at(99);
        return new Tail(
                tail.lowNanos(),
                tail.highNanos(),
                tail.exceedances(),
                tail.printable(),
                hiccupNanos,
                hiccupNanos > MACHINE_SHARE * p99Nanos);
    }

    /** Quantiles of resampled merges without merging: cumulative counts of each round at every value that occurs. */
    private static final class Resampler {
        /** Picked at most so often that a key has room. */
        private static final int FEW = 8;

        private final double quantile;
        private final long[] values;
        private final long[][] countsUpTo;

        Resampler(Collection<HistogramCounts> rounds, double quantile) {
            this.quantile = quantile;
            HistogramCounts merged = HistogramCounts.sum(rounds);
            this.values =
                    IntStream.range(0, merged.size()).mapToLong(merged::value).toArray();
            this.countsUpTo = rounds.stream()
                    .map(round -> Arrays.stream(values).map(round::upTo).toArray())
                    .toArray(long[][]::new);
        }

        /** Sorted. */
        long[] draw(int resamples, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] drawn = new long[resamples];
            // Of few rounds the same come again and again, and in whatever order they say the same.
            boolean few = countsUpTo.length <= FEW;
            Map<Long, Long> known = new HashMap<>();
            for (int i = 0; i < resamples; i++) {
                int[] picks = new int[countsUpTo.length];
                for (int p = 0; p < picks.length; p++) {
                    picks[p] = random.nextInt(countsUpTo.length);
                }
                drawn[i] = few ? known.computeIfAbsent(key(picks), k -> quantileOf(picks)) : quantileOf(picks);
            }
            Arrays.sort(drawn);
            return drawn;
        }

        /** How often each round was picked, a digit for each. */
        private static long key(int[] picks) {
            long key = 0;
            for (int pick : picks) {
                key += 1L << (4 * pick);
            }
            return key;
        }

        private long quantileOf(int[] picks) {
            long rank = Math.max(1, (long) Math.ceil(quantile * countUpTo(values.length - 1, picks)));
            int low = 0;
            int high = values.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (countUpTo(middle, picks) >= rank) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return values[low];
        }

        private long countUpTo(int value, int[] picks) {
            long count = 0;
            for (int pick : picks) {
                count += countsUpTo[pick][value];
            }
            return count;
        }
    }
}
