package anywire.bench.measure;

import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * Whether the machine was the same machine all block long: a floor does the same in each of its windows, so how far its
 * medians lie apart is how far the machine drifted.
 */
public final class FloorDriftCheck {
    private static final double MAX_RATIO = 2;

    private FloorDriftCheck() {}

    /** @param floors one block's */
    public static List<Flaw> flaws(List<Window> floors) {
        Map<String, LongSummaryStatistics> byFloor = new LinkedHashMap<>();
        for (Window floor : floors) {
            if (floor.intended().count() > 0) {
                byFloor.computeIfAbsent(floor.transport(), name -> new LongSummaryStatistics())
                        .accept(floor.intended().p50Nanos());
            }
        }
        List<Flaw> flaws = new ArrayList<>();
        byFloor.forEach((floor, p50) -> {
            double ratio = (double) p50.getMax() / Math.max(1, p50.getMin());
            if (ratio > MAX_RATIO) {
                flaws.add(new Flaw(
                        "floor-drift",
                        Blame.MACHINE,
                        "the floor " + floor + " drifted from " + Figures.micros(p50.getMin()) + " to "
                                + Figures.micros(p50.getMax()) + " within the block, " + Figures.ratio(ratio)
                                + " times (bound " + Figures.ratio(MAX_RATIO) + ")"));
            }
        });
        return flaws;
    }
}
