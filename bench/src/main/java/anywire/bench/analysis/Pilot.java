package anywire.bench.analysis;

import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * How many blocks a run needs for intervals of a given half-width, from its first ones (Stein 1945, "A two-sample test
 * for a linear hypothesis whose power is independent of the variance"): {@code n = ceil((t s / h)^2)}, with the pilot's
 * standard deviation s of the primary comparison that spreads most, its quantile t(0.975), and h in logs. Fixed once: to
 * look again and again until an interval is small enough would make it too small.
 *
 * @param of the comparison that decided: {@code "authenticate over tcp"}; empty if there was none
 * @param sdLog of its log ratios
 * @param blocks n, at least as many as the pilot had
 */
public record Pilot(String of, double sdLog, int blocks) {
    private static final int MAX_BLOCKS = 1_000;

    /** @param halfWidth 0.05 for 5 % */
    public static Pilot of(Run pilot, double halfWidth) {
        String reference = pilot.suite().reference();
        Pilot most = new Pilot("", 0, pilot.blocks().size());
        for (Scenario scenario : pilot.suite().scenarios()) {
            KeptBlocks kept = KeptBlocks.of(pilot.blocks(), scenario.name());
            for (String transport : pilot.suite().transports()) {
                List<Double> logs =
                        new ArrayList<>(BlockRatios.logs(kept.blocks(), scenario.name(), transport, reference, 50)
                                .values());
                if (scenario.primary() && !transport.equals(reference) && logs.size() > 1) {
                    Sample sample = Sample.of(logs);
                    if (sample.sd() >= most.sdLog()) {
                        int needed = needed(sample, Math.log1p(halfWidth));
                        most = new Pilot(
                                scenario.name() + " over " + transport,
                                sample.sd(),
                                Math.max(pilot.blocks().size(), needed));
                    }
                }
            }
        }
        return most;
    }

    static int needed(Sample pilot, double halfWidthLog) {
        double root = pilot.quantile(0.975) * pilot.sd() / halfWidthLog;
        return (int) Math.min(MAX_BLOCKS, Math.ceil(root * root));
    }
}
