package anywire.bench.run;

import java.util.List;

/**
 * What follows from a run. Made by the analysis alone; a report only shows it.
 *
 * @param closing the sentence that a reader takes away
 * @param kept numbers of the blocks that count
 * @param dropped blocks that don't, each with its reasons
 * @param trust {@code trusted}, {@code doubtful} or {@code invalid}: the whole run
 */
public record Analysis(
        String closing,
        List<Integer> kept,
        List<Dropped> dropped,
        Trust trust,
        List<ScenarioAnalysis> scenarios,
        List<String> cantTell) {

    public enum Trust {
        TRUSTED,
        DOUBTFUL,
        INVALID
    }

    public record Dropped(int block, List<Flaw> reasons) {}

    /** @param reasons why it isn't trusted, each one sentence; empty where it is */
    public record ScenarioAnalysis(
            Scenario scenario,
            Trust trust,
            List<String> reasons,
            List<CellAnalysis> cells,
            List<Comparison> comparisons) {}

    /**
     * One cell over all kept blocks.
     *
     * @param intended merged histogram of the kept blocks
     * @param p99 interval by resampling blocks, nanoseconds; empty (both 0) where there are too few exceedances
     * @param didNotHold why it ranks last, or empty
     * @param ranked whether the load is at most 30 % of the slowest transport's peak
     * @param cpuMicrosPerCall driver and services together
     * @param floorRatio p50 over the floor's in the same blocks (closed loop, one in flight); empty otherwise
     */
    public record CellAnalysis(
            String transport,
            Latency intended,
            Latency actual,
            Latency sendLag,
            Tail p99,
            double perSecond,
            double driverCpuMicrosPerCall,
            double serverCpuMicrosPerCall,
            double allocatedBytesPerCall,
            String didNotHold,
            boolean ranked,
            Accounting accounting,
            List<Ratio> floorRatios) {}

    /** @param printable at least 10 separate exceedances in at least 3 blocks */
    public record Tail(long lowNanos, long highNanos, int exceedances, boolean printable) {}

    /** Geometric mean over blocks with its 95 % interval. @param of percentile and what it is compared to: "p50 / floor socket" */
    public record Ratio(String of, double ratio, double low95, double high95, int blocks) {}

    /**
     * A transport against the reference.
     *
     * @param percentile 50 or 90
     * @param ratio below 1: faster than the reference
     * @param low90 of the 90 % interval, which decides "same"
     * @param sdLog standard deviation of a block's log ratio
     * @param smallestVisible the smallest difference that so many blocks would nearly always show: 0.2 for 20 %
     * @param p the p value that the verdict rests on, corrected where it is primary
     */
    public record Comparison(
            String transport,
            String reference,
            int percentile,
            double ratio,
            double low95,
            double high95,
            double low90,
            double high90,
            double sdLog,
            int blocks,
            double smallestVisible,
            Verdict verdict,
            double p,
            String note) {}

    public enum Verdict {
        FASTER,
        SLOWER,
        SAME,
        CANT_TELL,
        NOT_RANKED;

        public String words() {
            return switch (this) {
                case FASTER -> "faster";
                case SLOWER -> "slower";
                case SAME -> "same";
                case CANT_TELL -> "can't tell";
                case NOT_RANKED -> "not ranked";
            };
        }
    }
}
