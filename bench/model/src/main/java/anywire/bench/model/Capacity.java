package anywire.bench.model;

import java.util.List;

/**
 * How much one row takes: a bracket, since rates are tried in steps.
 *
 * @param action what was done over and over
 * @param holdsPerSecond the highest rate that held, also over fresh processes; 0 if none did
 * @param failsPerSecond the lowest rate above it that did not; 0 if none was found
 * @param limitedBy why it did not, of the window that decided; empty if none was found
 */
public record Capacity(
        String row, String action, double holdsPerSecond, double failsPerSecond, String limitedBy, List<Step> steps) {

    /**
     * One rate tried.
     *
     * @param confirming whether these were the long windows over fresh processes
     * @param why what was wrong with the last window that did not hold; empty if all did
     */
    public record Step(
            double ratePerSecond, boolean confirming, int windows, int held, long worstP99Nanos, String why) {
        /** Two of three. */
        public boolean holds() {
            return held >= 2;
        }
    }
}
