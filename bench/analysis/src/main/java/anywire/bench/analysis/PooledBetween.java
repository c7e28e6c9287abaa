package anywire.bench.analysis;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.analysis.TwoLevels.Levels;
import anywire.bench.model.Spread;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The spread between generations, pooled over cells, since a few generations of one cell say next to nothing of it:
 * {@code b^2 = max(0, weighted mean over cells of (variance of the generations' means - w^2/R))}. A cell weighs by what it
 * can tell, one over the square of {@code b^2 + w^2/R}, so that one restless cell doesn't hide what the others say.
 *
 * <p>Cells of one scenario share their reference, and cells of one row its processes, so that they count for less than their
 * number. Only cells over the same kind of network are pooled: what a fresh JVM does to a median on loopback is lost in a delay
 * of a millisecond.
 */
final class PooledBetween {
    /** Two logs with a reference in common go together by half, their squares by a quarter. */
    private static final double IN_COMMON = 0.25;
    /** Of four rows against one reference; scenarios make more cells of them, and no less of each. */
    private static final double LEAST_SHARE_OF_CELLS = 0.6;
    /** What is known from elsewhere is as good as an estimate from so many. */
    private static final double KNOWN_DEGREES = 5;
    /** No weights by a b below 5 %: it can't be told from none by a few generations. */
    private static final double LEAST_SQUARE = 0.05 * 0.05;

    private PooledBetween() {}

    /**
     * @param cells each cell's logs by generation
     * @param known of these networks; 0 if nothing is
     */
    static Between of(List<List<List<Double>>> cells, Spread known) {
        List<Levels> counted = cells.stream()
                .map(Levels::of)
                .filter(levels -> levels.generations() >= 2)
                .toList();
        if (counted.isEmpty()) {
            return new Between(known.betweenSdLog(), KNOWN_DEGREES, known.source());
        }
        double evenly = square(counted, counted.stream().map(levels -> 1.0).toList());
        double guess = Math.max(LEAST_SQUARE, evenly);
        List<Double> weights = counted.stream()
                .map(levels -> 1 / TwoLevels.sq(guess + ofRounds(levels)))
                .toList();
        double square = Math.max(0, square(counted, weights));
        Between told = new Between(
                Math.sqrt(square),
                share(counted.size()) * degrees(counted, weights, square),
                counted.size() == 1 ? "this cell" : "pooled over " + counted.size() + " cells");
        return known.betweenSdLog() == 0 ? told : moderated(told, known);
    }

    /**
     * Two estimates of one variance, each by its degrees of freedom, as Smyth moderated those of thousands of genes of a few
     * samples each (2004, "Linear models and empirical Bayes methods", section 3): a few generations that happen to be alike
     * make no interval too narrow, and a few that happen not to be none too wide.
     */
    private static Between moderated(Between told, Spread known) {
        double degrees = told.degreesOfFreedom() + KNOWN_DEGREES;
        double square =
                (told.degreesOfFreedom() * TwoLevels.sq(told.sd()) + KNOWN_DEGREES * TwoLevels.sq(known.betweenSdLog()))
                        / degrees;
        return new Between(Math.sqrt(square), degrees, told.source() + ", moderated by what is known");
    }

    /** What the rounds' own spread makes of the variance of a generation's mean. */
    private static double ofRounds(Levels levels) {
        return TwoLevels.sq(levels.withinSd()) / levels.roundsEach();
    }

    private static double square(List<Levels> cells, List<Double> weights) {
        double sum = IntStream.range(0, cells.size())
                .mapToDouble(i -> weights.get(i) * (cells.get(i).betweenSquare() - ofRounds(cells.get(i))))
                .sum();
        return sum / total(weights);
    }

    /**
     * Satterthwaite's, of a weighted mean: what is left of a difference is known less well than what it was taken from, each
     * cell's {@code b^2 + w^2/R}.
     */
    private static double degrees(List<Levels> cells, List<Double> weights, double square) {
        double variance = IntStream.range(0, cells.size())
                .mapToDouble(i -> TwoLevels.sq(weights.get(i) / total(weights) * (square + ofRounds(cells.get(i))))
                        / (cells.get(i).generations() - 1))
                .sum();
        return square == 0
                ? cells.stream().mapToInt(levels -> levels.generations() - 1).sum()
                : TwoLevels.sq(square) / variance;
    }

    private static double total(List<Double> weights) {
        return weights.stream().mapToDouble(weight -> weight).sum();
    }

    private static double share(int cells) {
        return Math.max(LEAST_SHARE_OF_CELLS, 1 / (1 + IN_COMMON * (cells - 1)));
    }
}
