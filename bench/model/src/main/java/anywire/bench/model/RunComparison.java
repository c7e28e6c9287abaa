package anywire.bench.model;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import java.util.List;

/**
 * What follows from two runs, A and B. Made by the analysis alone. All ratios are B's over A's: below 1, B is faster.
 * Where an interval could not be computed its two ends are 0.
 *
 * @param margin how far a ratio must be from 1 to matter, the wider of the two runs': 0.05 for 5 %
 * @param warnings where the two were not made alike, each one line
 * @param doubts why either isn't trusted highly
 */
public record RunComparison(
        double margin,
        List<String> warnings,
        List<Doubt> doubts,
        List<ScenarioChange> scenarios,
        List<FloorChange> floors) {

    /** @param run A or B
     * @param reasons worst first */
    public record Doubt(String run, boolean complete, Trust trust, List<Reason> reasons) {}

    /** One scenario that both runs measured, with the transports that both have. */
    public record ScenarioChange(Scenario scenario, List<Change> changes) {}

    /**
     * @param percentile 50 or 90
     * @param nanosA the percentile of A's merged histogram; what the ratio is made of are rounds
     * @param ratio of the geometric means over rounds; 0 where either has none
     * @param smallestVisible the smallest difference that so many rounds would nearly always show, drift apart: 0.2 for
     *     20 %; 0 if unknown
     * @param p the p value that the verdict rests on; 1 where there is none
     * @param family how many primary verdicts {@code p} is corrected for; 1 for uncorrected
     * @param broken in which runs there is no figure: A, B, both; empty where there is one
     */
    public record Change(
            String transport,
            int percentile,
            long nanosA,
            long nanosB,
            double ratio,
            double low95,
            double high95,
            int roundsA,
            int roundsB,
            double smallestVisible,
            Verdict verdict,
            double p,
            int family,
            String broken) {

        public boolean hasInterval() {
            return high95 > 0;
        }
    }

    /** A floor that both have, p50: what the machine alone did meanwhile. */
    public record FloorChange(String floor, double ratio, double low95, double high95) {
        public boolean hasInterval() {
            return high95 > 0;
        }
    }
}
