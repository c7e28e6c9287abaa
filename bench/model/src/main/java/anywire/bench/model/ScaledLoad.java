package anywire.bench.model;

/**
 * An open load beside what the slowest row could do when it was warm and pinned. Latencies are compared only where every row
 * has room: at most 30 % of that. Of a primary scenario a rate beyond it is scaled down, not refused.
 *
 * @param askedPerSecond by the suite
 * @param usedPerSecond in the run
 * @param slowest the row whose peak was lowest
 * @param peakPerSecond its closed-loop peak with that action
 */
public record ScaledLoad(
        String scenario, double askedPerSecond, double usedPerSecond, String slowest, double peakPerSecond) {
    public static final double MAX_SHARE = 0.3;

    public boolean scaled() {
        return usedPerSecond < askedPerSecond;
    }
}
