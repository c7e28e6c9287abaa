package anywire.bench.run;

import anywire.bench.run.Analysis.Verdict;
import java.util.List;

/**
 * What follows from two runs, A and B. Made by the analysis alone. All ratios are B's over A's: below 1, B is faster.
 * Where an interval could not be computed its two ends are 0.
 *
 * @param margin how far a ratio must be from 1 to matter, the wider of the two runs': 0.05 for 5 %
 * @param warnings where the two were not made alike, and why either isn't trusted, each one line
 */
public record RunComparison(
        double margin, List<String> warnings, List<ScenarioChange> scenarios, List<FloorChange> floors) {

    /** One scenario that both runs measured, with the transports that both have. */
    public record ScenarioChange(Scenario scenario, List<Change> changes) {}

    /**
     * @param percentile 50 or 90
     * @param nanosA the percentile of A's merged histogram; what the ratio is made of are generations
     * @param ratio of the geometric means over generations; 0 where either has no generation that counts
     * @param smallestVisible the smallest difference that so many generations would nearly always show, drift apart: 0.2 for
     *     20 %; 0 if unknown
     * @param p the p value that the verdict rests on; 1 where there is none
     * @param corrected whether {@code p} is corrected for the other primary verdicts
     */
    public record Change(
            String transport,
            int percentile,
            long nanosA,
            long nanosB,
            double ratio,
            double low95,
            double high95,
            int generationsA,
            int generationsB,
            double smallestVisible,
            Verdict verdict,
            double p,
            boolean corrected,
            String note) {

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
