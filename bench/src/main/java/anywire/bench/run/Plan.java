package anywire.bench.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The suite laid out in time.
 *
 * @param suite without the scenarios that can't be measured here
 * @param notApplicable those, and cells that a transport can't do, each one line: {@code "udp: post-until-heard needs push"}
 * @param estimate how long it will take
 */
public record Plan(Suite suite, List<PlannedBlock> blocks, List<String> notApplicable, Duration estimate) {

    /** About as long as so many blocks. */
    private static final int BLOCKS_A_SEARCH = 3;

    /** And this besides, a line each. */
    public Plan leavingOut(List<String> lines) {
        List<String> all = Stream.concat(lines.stream(), notApplicable.stream()).toList();
        return new Plan(suite, blocks, all, estimate);
    }

    /** From a block on without a row: a line says why. */
    public Plan without(String row, int from, String why) {
        List<PlannedBlock> remaining = blocks.stream()
                .map(block -> block.number() < from ? block : block.without(row))
                .toList();
        return new Plan(suite, remaining, notApplicable, estimate).leavingOut(List.of(why));
    }

    /** How many rows' capacity is searched for, and how many trials of rows there are. */
    public int searches() {
        return suite.rows().size()
                * ((suite.capacity().isEmpty() ? 0 : 1) + suite.trials().size());
    }

    /** What is to be done, counted in blocks: what each takes of the time. */
    public int units() {
        return blocks.size() + BLOCKS_A_SEARCH * searches();
    }

    /** @param windowShare of all blocks' windows, how many are over */
    public double share(double windowShare, int searchesDone) {
        double units = units();
        return units == 0 ? 1 : (windowShare * blocks.size() + BLOCKS_A_SEARCH * searchesDone) / units;
    }

    /**
     * @param order in which transports are started and warmed, and in which the first half of the rotation takes them
     * @param windows in the order in which they are measured
     * @param seed of this block's arrivals
     */
    public record PlannedBlock(int number, List<String> order, List<PlannedWindow> windows, long seed) {
        private PlannedBlock without(String row) {
            return new PlannedBlock(
                    number,
                    order.stream().filter(name -> !name.equals(row)).toList(),
                    windows.stream().filter(w -> !w.target().equals(row)).toList(),
                    seed);
        }
    }

    /**
     * @param scenario its name; empty for a floor
     * @param target a transport's scheme or a floor's name
     */
    public record PlannedWindow(String scenario, String target) {
        public boolean isFloor() {
            return scenario.isEmpty();
        }
    }
}
