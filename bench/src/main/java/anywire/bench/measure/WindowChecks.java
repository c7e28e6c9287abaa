package anywire.bench.measure;

import anywire.bench.measure.WindowCheck.Asked;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.util.List;

/** All checks of one window. */
public final class WindowChecks {
    private static final List<WindowCheck> ALL = List.of(
            new StealCheck(),
            new StrayCheck(),
            new HiccupCheck(),
            new BystanderCheck(),
            new SaturationCheck(),
            new SendLagCheck(),
            new BalanceCheck(),
            new HeldCheck());

    private WindowChecks() {}

    /**
     * The window with what was found wrong with it.
     *
     * @param scenario of a floor: one without a name, in closed loop
     */
    public static Window judge(Window window, Scenario scenario, Room room) {
        Asked asked = new Asked(scenario, room);
        return window.doubted(ALL.stream()
                .flatMap(check -> check.flaw(window, asked).stream())
                .toList());
    }
}
