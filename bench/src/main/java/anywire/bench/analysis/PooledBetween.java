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
    /** By simulation (rows against a shared reference): intervals keep 94 to 96 %. */
    private static final double SHARE_OF_CELLS = 0.6;
    /** What is known from elsewhere is as good as an estimate from so many. */
    private static final double KNOWN_DEGREES = 10;

    private PooledBetween() {}

    /**
     * @param cells each cell's logs by generation
     * @param known of these networks, where no cell has two generations
     */
    static Between of(List<List<List<Double>>> cells, Spread known) {
        double sum = 0;
        double degrees = 0;
        int counted = 0;
        for (List<List<Double>> cell : cells) {
            Levels levels = Levels.of(cell);
            if (levels.generations() >= 2) {
                sum += levels.betweenSquare() - TwoLevels.sq(levels.withinSd()) / levels.roundsEach();
                degrees += levels.generations() - 1;
                counted++;
            }
        }
        return counted == 0
                ? new Between(known.betweenSdLog(), KNOWN_DEGREES, known.source())
                : new Between(
                        Math.sqrt(Math.max(0, sum / counted)),
                        Math.max(1, SHARE_OF_CELLS * degrees),
                        counted == 1 ? "this cell" : "pooled over " + counted + " cells");
    }
}
