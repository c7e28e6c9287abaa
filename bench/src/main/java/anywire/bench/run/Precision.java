package anywire.bench.run;

import java.time.Duration;
import java.util.List;

/**
 * How exact a run was asked to be, and what its pilot said that this takes.
 *
 * @param halfWidth of the 95 % interval of primary medians' ratios: 0.05 for 5 %; 0 if none was asked for
 * @param budget for the whole run
 * @param pilotOf the comparison that spread most over the pilot's blocks
 * @param pilotSdLog standard deviation of a block's log ratio there
 * @param neededBlocks Stein's n
 * @param plannedBlocks what the budget had room for, at most {@code neededBlocks}
 * @param droppedScenarios after the pilot or before it, to make room, in this order
 */
public record Precision(
        double halfWidth,
        Duration budget,
        String pilotOf,
        double pilotSdLog,
        int neededBlocks,
        int plannedBlocks,
        List<String> droppedScenarios) {
    /** The blocks that a pilot has, and no run has fewer. */
    public static final int PILOT_BLOCKS = 5;

    public static final Precision NONE = new Precision(0, Duration.ZERO, "", 0, 0, 0, List.of());

    public boolean asked() {
        return halfWidth > 0;
    }
}
