package anywire.bench.model;

import java.util.List;

/**
 * Fresh processes for all rows, warmed; then rounds.
 *
 * @param order in which rows were started, and in which the first round took them
 * @param floors windows of the floors, in the same shape as those of rows, named by the floor
 * @param cutShort why it did not come to its end; empty if it did. Its whole rounds count
 * @param planted what planted differences really took, of rows that have one
 * @param wakeUps interrupts a second that woke a core, over the measured part: the evidence for how idle cores behave
 * @param crossed what its networks were seen to do, over the measured part
 * @param footprints of its rows, once all was measured
 */
public record Generation(
        int number,
        long startMillis,
        double seconds,
        List<String> order,
        List<Warmth> warmths,
        List<Window> windows,
        List<Window> floors,
        String cutShort,
        double wakeUps,
        List<PlantedSeen> planted,
        Crossed crossed,
        List<Footprint> footprints) {
    /**
     * By the services' own stamps.
     *
     * @param meanMicros that a call was held up
     */
    public record PlantedSeen(String row, long calls, double meanMicros) {}

    public boolean whole() {
        return cutShort.isEmpty();
    }

    /** The same with other windows. */
    public Generation having(List<Window> some) {
        return new Generation(
                number,
                startMillis,
                seconds,
                order,
                warmths,
                some,
                floors,
                cutShort,
                wakeUps,
                planted,
                crossed,
                footprints);
    }
}
