package anywire.bench.analysis;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.analysis.TwoLevels.Levels;
import anywire.bench.run.Spread;
import java.util.List;

/**
 * The spread between generations, pooled over cells, since a few generations of one cell say next to nothing of it:
 * {@code b^2 = max(0, mean over cells of (variance of the generations' means - w^2/R))}. Cells of one scenario share their
 * reference, and cells of one row its processes, so that they count for less than their number. Only cells over the same kind
 * of network are pooled: what a fresh JVM does to a median on loopback is lost in a delay of a millisecond.
 */
final class PooledBetween {
    /** Two logs with a reference in common go together by half, their squares by a quarter. */
    private static final double IN_COMMON = 0.25;
    /** Of four rows against one reference; scenarios make more cells of them, and no less of each. */
    private static final double LEAST_SHARE_OF_CELLS = 0.6;
    /** What is known from elsewhere is as good as an estimate from so many. */
    private static final double KNOWN_DEGREES = 10;

    private PooledBetween() {}

    /**
     * @param cells each cell's logs by generation
     * @param known of these networks, where no cell has two generations
     */
    static Between of(List<List<List<Double>>> cells, Spread known) {
        double sum = 0;
        double squares = 0;
        double degrees = 0;
        int counted = 0;
        for (List<List<Double>> cell : cells) {
            Levels levels = Levels.of(cell);
            if (levels.generations() >= 2) {
                sum += levels.betweenSquare() - TwoLevels.sq(levels.withinSd()) / levels.roundsEach();
                squares += levels.betweenSquare();
                degrees += levels.generations() - 1;
                counted++;
            }
        }
        if (counted == 0) {
            return new Between(known.betweenSdLog(), KNOWN_DEGREES, known.source());
        }
        double square = Math.max(0, sum / counted);
        // What is left of a difference is known less well than what it was taken from.
        double left = square == 0 ? 1 : square / (squares / counted);
        return new Between(
                Math.sqrt(square),
                share(counted) * degrees * left * left,
                counted == 1 ? "this cell" : "pooled over " + counted + " cells");
    }

    private static double share(int cells) {
        return Math.max(LEAST_SHARE_OF_CELLS, 1 / (1 + IN_COMMON * (cells - 1)));
    }
}
