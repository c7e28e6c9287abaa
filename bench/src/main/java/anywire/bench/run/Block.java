package anywire.bench.run;

import java.util.List;

/**
 * Fresh processes for all transports, warmed, their windows rotated.
 *
 * @param order the transports as the first half of the rotation took them
 * @param floors windows of the floors, in the same shape as those of transports, named by the floor
 * @param flaws of the block as a whole
 * @param planted what planted differences really took, of rows that have one
 * @param wakeUps interrupts a second that woke a core, over the measured part: the evidence for how idle cores behave
 * @param crossed what its networks were seen to do, over the measured part
 * @param footprints of its rows, once all was measured
 */
public record Block(
        int number,
        long startMillis,
        double seconds,
        List<String> order,
        List<Warmth> warmths,
        List<Window> windows,
        List<Window> floors,
        List<BlockCell> cells,
        List<Flaw> flaws,
        double wakeUps,
        List<PlantedSeen> planted,
        Crossed crossed,
        List<Footprint> footprints) {
    public Block {
        crossed = crossed == null ? Crossed.NOTHING : crossed;
        footprints = footprints == null ? List.of() : List.copyOf(footprints);
    }

    /**
     * By the services' own stamps.
     *
     * @param meanMicros that a call was held up
     */
    public record PlantedSeen(String row, long calls, double meanMicros) {}

    /** The same with other windows and cells. */
    public Block having(List<Window> some, List<BlockCell> of) {
        return new Block(
                number,
                startMillis,
                seconds,
                order,
                warmths,
                some,
                floors,
                of,
                flaws,
                wakeUps,
                planted,
                crossed,
                footprints);
    }

    /** The check of a block that did not come to its end: it stays in the record and counts for nothing. */
    public static final String CUT_SHORT = "cut-short";
}
