package anywire.bench.run;

import java.time.Instant;
import java.util.List;

/**
 * What size of difference runs on one machine find, and how often they see one that isn't there.
 *
 * @param measuredAt when its blocks were
 * @param blocksPerRun of the imagined runs
 * @param curve for a transport against itself with ever larger differences added
 * @param smallestSeen the smallest difference found in at least 46 of 47 runs: 0.12 for 12 %; 0 if none was
 */
public record Power(
        Instant measuredAt,
        String cpu,
        int cores,
        String jdk,
        String scenario,
        int blocksPerRun,
        List<Case> cases,
        List<Chance> curve,
        double smallestSeen) {

    /**
     * A known case.
     *
     * @param planted 0 for none, 0.15 for 15 %
     * @param blocks that were measured
     * @param meanLog of all measured blocks' log ratios
     * @param sdLog standard deviation of a block's log ratio
     */
    public record Case(String name, double planted, int blocks, double meanLog, double sdLog, Counts counts) {}

    /** Of so many imagined runs, how many said what. */
    public record Counts(int runs, int faster, int slower, int same, int cantTell) {}

    /**
     * @param difference 0.1 for 10 %
     * @param found share of runs that call it slower
     * @param same share of runs that call it the same
     */
    public record Chance(double difference, double found, double same) {}
}
