package anywire.bench.run;

import java.util.List;
import java.util.Optional;

/**
 * What follows from a run. Made by the analysis alone; a report only shows it. Where an interval could not be computed
 * its two ends are 0, which no ratio and no latency ever is.
 *
 * @param closing what a reader takes away, in whole sentences
 * @param kept numbers of the blocks that were not dropped whole
 * @param dropped blocks that don't count, for all scenarios or for one, each with its reasons
 * @param trust the whole run's: the worst of its scenarios' and of its own reasons
 * @param reasons why the run as a whole isn't trusted, each one sentence; a scenario's own reasons are with it
 * @param taxes what calls cost, scenario by scenario
 * @param costs what calls cost over the reference, scenario by scenario
 * @param crossed what kept blocks' networks were seen to do
 * @param footprints of each row, of each figure the median over kept blocks
 * @param cantTell what this run could not tell and why, each one sentence
 */
public record Analysis(
        String closing,
        List<Integer> kept,
        List<Dropped> dropped,
        Trust trust,
        List<String> reasons,
        List<ScenarioAnalysis> scenarios,
        List<WarmthSummary> warmths,
        List<FloorSummary> floors,
        List<MachineSummary> machines,
        List<Tax> taxes,
        List<CostComparison> costs,
        Crossed crossed,
        List<Footprint> footprints,
        List<String> cantTell) {

    /** From best to worst. */
    public enum Trust {
        TRUSTED,
        DOUBTFUL,
        INVALID;

        public Trust worse(Trust other) {
            return compareTo(other) >= 0 ? this : other;
        }

        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param scenario that it doesn't count for; empty where it counts for none */
    public record Dropped(int block, String scenario, List<Flaw> reasons) {}

    /** Whether a block counts for a scenario. A floor's windows count with their block. */
    public boolean counts(String scenario, int block) {
        return kept.contains(block)
                && dropped.stream()
                        .noneMatch(d -> d.block() == block && d.scenario().equals(scenario));
    }

    /**
     * @param reasons why it isn't trusted, each one sentence; empty where it is
     * @param load one sentence: how heavy it is for the slowest transport, or why that doesn't matter
     */
    public record ScenarioAnalysis(
            Scenario scenario,
            Trust trust,
            List<String> reasons,
            String load,
            List<CellAnalysis> cells,
            List<Comparison> comparisons) {

        /** Of a transport's p50 to the reference's; empty for the reference itself. */
        public Optional<Comparison> median(String transport) {
            return comparisons.stream()
                    .filter(c -> c.percentile() == 50 && c.transport().equals(transport))
                    .findFirst();
        }
    }

    /**
     * One cell over all kept blocks.
     *
     * @param intended merged histogram of the kept blocks
     * @param p99 interval by resampling blocks, nanoseconds; empty (both 0) where there are too few exceedances
     * @param perSecond right answers a second, the mean over the kept windows
     * @param driverCpuMicrosPerCall the driver's processor time over the calls rightly answered; 0 where it isn't kept
     * @param serverCpuMicrosPerCall the services'; 0 in process, where the driver's holds both
     * @param brokerCpuMicrosPerCall of the broker between them; 0 where there is none
     * @param allocatedBytesPerCall driver and services together
     * @param didNotHold why it ranks last, or empty
     * @param ranked whether its latencies may be compared under this load
     * @param floorRatios p50 over each floor's in the same blocks (closed loop, one in flight); empty otherwise
     * @param curve of {@code intended}, by percentile, as far as ten calls lie beyond
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
            double brokerCpuMicrosPerCall,
            double allocatedBytesPerCall,
            String didNotHold,
            boolean ranked,
            Accounting accounting,
            List<Ratio> floorRatios,
            List<CurvePoint> curve) {

        public double cpuMicrosPerCall() {
            return driverCpuMicrosPerCall + serverCpuMicrosPerCall + brokerCpuMicrosPerCall;
        }
    }

    /**
     * @param share of all calls: 0.99
     * @param nanos that they took at most
     */
    public record CurvePoint(double share, long nanos) {}

    /**
     * @param exceedances windows that reached beyond the p99: what is counted of separate exceedances
     * @param printable at least 10 separate exceedances in at least 3 blocks
     * @param hiccupNanos the p99 of how late the machine woke idle threads in the same windows; 0 where not known
     * @param machine whether that is more than a fifth of the p99: then it says as much of the machine as of the
     *     transport
     */
    public record Tail(
            long lowNanos, long highNanos, int exceedances, boolean printable, long hiccupNanos, boolean machine) {
        public static final Tail NONE = new Tail(0, 0, 0, false, 0, false);
    }

    /**
     * Geometric mean over blocks with its 95 % interval.
     *
     * @param of percentile and what it is compared to: "p50 / floor socket"
     */
    public record Ratio(String of, double ratio, double low95, double high95, int blocks) {
        public boolean hasInterval() {
            return high95 > 0;
        }
    }

    /**
     * A transport against the reference.
     *
     * @param percentile 50 or 90
     * @param ratio below 1: faster than the reference; 0 where no block had both
     * @param low90 of the 90 % interval, which decides "same"
     * @param sdLog standard deviation of a block's log ratio
     * @param smallestVisible the smallest difference that so many blocks would nearly always show: 0.2 for 20 %; 0 if
     *     unknown
     * @param p the p value that the verdict rests on; 1 where there is none
     * @param corrected whether {@code p} is corrected for the report's other primary verdicts
     * @param perBlock each block's ratio, dropped blocks included
     * @param withDropped the ratio over all of these; no more blocks than {@code blocks} where none was dropped
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
            boolean corrected,
            String note,
            List<BlockRatio> perBlock,
            Ratio withDropped) {

        public boolean hasInterval() {
            return high95 > 0;
        }

        /** Whether dropped blocks would have counted here. */
        public boolean leavesOut() {
            return withDropped.blocks() > blocks;
        }
    }

    /**
     * CPU of a call over the reference's.
     *
     * @param verdict FASTER is cheaper, SLOWER dearer
     */
    public record CostComparison(String scenario, String transport, String reference, Ratio ratio, Verdict verdict) {}

    public record BlockRatio(int block, double ratio, boolean kept) {}

    /**
     * How a transport warmed up over all blocks.
     *
     * @param notWarm in how many of them it was measured before it was warm
     * @param peakPerSecond median of the closed-loop peaks; 0 if none was taken
     */
    public record WarmthSummary(
            String transport,
            int blocks,
            int notWarm,
            double medianSeconds,
            long medianCalls,
            double worstJitShare,
            double peakPerSecond) {}

    /**
     * What a call costs over one transport in one scenario, and what of it is the transport's; nanoseconds, each the
     * mean over calls rightly answered in kept blocks.
     *
     * @param brokerCpuNanos of a broker between them, the kernel's part included
     * @param kernelNanos of the CPU of both sides, the part in the kernel
     * @param wireBytes on the loopback interface, headers included
     * @param taxed whether there is a baseline to take off; where not, the last three are 0
     * @param cpuNanos more than the baseline's, the broker's included
     * @param taxKernelNanos of these, in the kernel on both sides
     * @param taxLibraryNanos the rest but the broker's: client library, framing, dispatch
     */
    public record Tax(
            String scenario,
            String transport,
            double driverCpuNanos,
            double serverCpuNanos,
            double brokerCpuNanos,
            double kernelNanos,
            double allocatedBytes,
            double wireBytes,
            double packets,
            boolean taxed,
            double cpuNanos,
            double taxKernelNanos,
            double taxLibraryNanos) {}

    /** A floor over the kept blocks; of a block, the median of its windows' p50 counts. */
    public record FloorSummary(
            String floor, int blocks, double medianP50Nanos, double lowestP50Nanos, double highestP50Nanos) {}

    /**
     * What went on beside one block's windows: of each figure the worst window's.
     *
     * @param windows that were watched, floors' among them
     * @param stealShare of all cores
     * @param strayCores cores that processes not of this run kept busy
     * @param busiestStray the name of the busiest of them in that window; empty if there was none
     * @param bystanderNanos CPU that one transport used while another was measured
     * @param hiccupP99Nanos of the worse core in the worst window
     */
    public record MachineSummary(
            int block,
            int windows,
            double stealShare,
            double strayCores,
            String busiestStray,
            double bystanderNanos,
            double hiccupP99Nanos,
            double hiccupMaxNanos) {}

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
