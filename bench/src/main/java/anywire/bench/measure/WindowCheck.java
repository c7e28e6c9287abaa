package anywire.bench.measure;

import anywire.bench.run.Flaw;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.util.Map;
import java.util.Optional;

/** One reason to doubt a window. */
interface WindowCheck {
    Optional<Flaw> flaw(Window window, Asked asked);

    /**
     * @param scenario of a floor: one without a name, in closed loop
     * @param processes how many each row consists of; two where it isn't among these
     */
    record Asked(Scenario scenario, Room room, Map<String, Integer> processes) {
        Asked(Scenario scenario, Room room) {
            this(scenario, room, Map.of());
        }

        int processesOf(String row) {
            return processes.getOrDefault(row, 2);
        }

        boolean open() {
            return scenario.load().loop().open();
        }
    }
}
