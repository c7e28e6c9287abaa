package anywire.bench.run;

import java.time.Duration;
import java.util.List;

/**
 * The suite laid out in time.
 *
 * @param notApplicable cells that a transport can't do, each one line: {@code "udp: post-until-heard needs push"}
 * @param estimate how long it will take
 */
public record Plan(Suite suite, List<PlannedBlock> blocks, List<String> notApplicable, Duration estimate) {

    /**
     * @param order in which transports are started and warmed, and in which the first half of the rotation takes them
     * @param windows in the order in which they are measured
     * @param seed of this block's arrivals
     */
    public record PlannedBlock(int number, List<String> order, List<PlannedWindow> windows, long seed) {}

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
