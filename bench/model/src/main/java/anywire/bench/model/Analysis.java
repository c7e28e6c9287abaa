package anywire.bench.model;

import java.util.List;
import java.util.Optional;

/**
 * What follows from a run. Made by the analysis alone; a report only shows it. Where an interval could not be computed
 * its two ends are 0, which no ratio and no latency ever is.
 *
 * @param trust the whole run's: the worst of its primary scenarios' (of all, where none is) and of its own reasons
 * @param reasons why the run as a whole isn't trusted highly, worst first; a comparison's own reasons are with it
 * @param taxes what calls cost, scenario by scenario
 * @param costs what calls cost over the reference, scenario by scenario
 * @param crossed what all generations' networks were seen to do
 * @param footprints of each row, of each figure the median over all generations
 */
public record Analysis(
        Trust trust,
        List<Reason> reasons,
        List<ScenarioAnalysis> scenarios,
        List<WarmthSummary> warmths,
        List<FloorSummary> floors,
        List<MachineSummary> machines,
        List<Tax> taxes,
        List<CostComparison> costs,
        Crossed crossed,
        List<Footprint> footprints) {

    /** From best to worst. */
    public enum Trust {
        HIGH,
        /** Noisy, but all rows were disturbed alike. */
        MEDIUM,
        /** Rows were disturbed unequally, or cold: a verdict needs an interval clear of the margin and of that. */
        LOW,
        /** Wrong answers, an accounting mismatch, a load that was not delivered: there is no figure. */
        BROKEN;

        public Trust worse(Trust other) {
            return compareTo(other) >= 0 ? this : other;
        }

        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param trust the worst of its comparisons'
     * @param reasons of all its comparisons, worst first, each code once
     */
    public record ScenarioAnalysis(
            Scenario scenario,
            Trust trust,
            List<Reason> reasons,
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
     * One cell over all rounds.
     *
     * @param intended merged histogram of all rounds
     * @param p99 interval by resampling rounds, nanoseconds; empty (both 0) where there are too few exceedances
     * @param perSecond right answers a second, the mean over its windows
     * @param driverCpuMicrosPerCall the driver's processor time over the calls rightly answered; 0 where it isn't kept
     * @param serverCpuMicrosPerCall the services'; 0 in process, where the driver's holds both
     * @param brokerCpuMicrosPerCall of the broker between them; 0 where there is none
     * @param allocatedBytesPerCall driver and services together
     * @param broken why there is no figure; empty where there is one
     * @param floorRatios p50 over each floor's in the same generations (closed loop, one in flight); empty otherwise
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
            List<Reason> broken,
            Accounting accounting,
            List<Ratio> floorRatios,
            List<CurvePoint> curve) {

        /** Whether it delivered its load with right answers. */
        public boolean delivered() {
            return broken.isEmpty();
        }

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
     * @param printable at least 10 separate exceedances in at least 3 rounds
     * @param hiccupNanos the p99 of how late the machine woke idle threads in the same windows; 0 where not known
     * @param machine whether that is more than a fifth of the p99: then it says as much of the machine as of the
     *     transport
     */
    public record Tail(
            long lowNanos, long highNanos, int exceedances, boolean printable, long hiccupNanos, boolean machine) {
        public static final Tail NONE = new Tail(0, 0, 0, false, 0, false);
    }

    /**
     * Geometric mean over rounds with its 95 % interval.
     *
     * @param of percentile and what it is compared to: "p50 / floor socket"
     */
    public record Ratio(String of, double ratio, double low95, double high95, int rounds) {
        public boolean hasInterval() {
            return high95 > 0;
        }
    }

    /**
     * A row against the reference.
     *
     * @param percentile 50 or 90
     * @param ratio below 1: faster than the reference; 0 where there is none
     * @param low90 of the 90 % interval, which decides "same"
     * @param spread of the ratios' logs on two levels, and where the upper one's is from
     * @param smallestVisible the smallest difference that so many rounds would nearly always show: 0.2 for 20 %; 0 if
     *     unknown
     * @param verdict corrected for the report's other primary verdicts, if it is one
     * @param p what the verdict rests on; 1 where there is none
     * @param family how many verdicts it is corrected for; 1 for uncorrected
     * @param reasons why it isn't trusted highly, worst first
     * @param imbalanceLog how far unequal disturbance may have moved the log of the ratio: of low trust, a verdict has to be
     *     clear of it
     * @param moreMinutes how much longer a run would have to be for a verdict, about; 0 where there is one, or nobody knows
     * @param perRound each round's ratio
     * @param undisturbed the ratio without the rounds that a probe found disturbed
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
            Spread spread,
            int generations,
            int rounds,
            double smallestVisible,
            Verdict verdict,
            double p,
            int family,
            Trust trust,
            List<Reason> reasons,
            double imbalanceLog,
            double moreMinutes,
            List<RoundRatio> perRound,
            Ratio undisturbed) {

        public boolean hasInterval() {
            return high95 > 0;
        }

        public boolean broken() {
            return trust == Trust.BROKEN;
        }

        /** Whether a probe found some of its rounds disturbed. */
        public boolean leavesOut() {
            return undisturbed.rounds() < rounds;
        }
    }

    /**
     * CPU of a call over the reference's.
     *
     * @param verdict FASTER is cheaper, SLOWER more expensive
     */
    public record CostComparison(String scenario, String transport, String reference, Ratio ratio, Verdict verdict) {}

    /** @param disturbed as a probe found between its windows */
    public record RoundRatio(int generation, int round, double ratio, boolean disturbed) {}

    /**
     * How a transport warmed up over all generations.
     *
     * @param notWarm in how many of them it was measured before it was warm
     * @param peakPerSecond median of the closed-loop peaks; 0 if none was taken
     */
    public record WarmthSummary(
            String transport,
            int generations,
            int notWarm,
            double medianSeconds,
            long medianCalls,
            double worstJitShare,
            double peakPerSecond) {}

    /** A floor over all generations; of a generation, the median of its windows' p50 counts. */
    public record FloorSummary(
            String floor, int generations, double medianP50Nanos, double lowestP50Nanos, double highestP50Nanos) {}

    /**
     * What went on beside one generation's windows: of each figure the worst window's.
     *
     * @param windows that were watched, floors' among them
     * @param stealShare of all cores
     * @param strayCores cores that processes not of this run kept busy
     * @param busiestStray the name of the busiest of them in that window; empty if there was none
     * @param bystanderNanos CPU that one transport used while another was measured
     * @param hiccupP99Nanos of the worse core in the worst window
     */
    public record MachineSummary(
            int generation,
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
        /** The direction is known; that it matters is not. */
        SLIGHTLY_FASTER,
        SLIGHTLY_SLOWER,
        /** Neither, so far. */
        NO_VERDICT,
        /** There is no figure to judge. */
        BROKEN;

        public String words() {
            return switch (this) {
                case FASTER -> "faster";
                case SLOWER -> "slower";
                case SAME -> "same";
                case SLIGHTLY_FASTER -> "slightly faster";
                case SLIGHTLY_SLOWER -> "slightly slower";
                case NO_VERDICT -> "no verdict yet";
                case BROKEN -> "broken";
            };
        }

        /** -1 faster, 1 slower, 0 neither. */
        public int direction() {
            return switch (this) {
                case FASTER, SLIGHTLY_FASTER -> -1;
                case SLOWER, SLIGHTLY_SLOWER -> 1;
                default -> 0;
            };
        }

        public boolean differs() {
            return this == FASTER || this == SLOWER;
        }
    }
}
