package anywire.bench.measure;

import anywire.bench.run.Flaw;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.util.Optional;

/** One reason to doubt a window. */
interface WindowCheck {
    Optional<Flaw> flaw(Window window, Asked asked);

    /** @param scenario of a floor: one without a name, in closed loop */
    record Asked(Scenario scenario, Room room) {
        boolean open() {
            return scenario.load().loop().open();
        }
    }
}
