package anywire.bench.measure;

import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.time.Duration;
import java.util.List;

/** All checks of one window. */
public final class WindowChecks {
    private static final List<WindowCheck> ALL = List.of(new SendLagCheck(), new BalanceCheck(), new HeldCheck());

    private WindowChecks() {}

    /** The window with what was found wrong with it. */
    public static Window judge(Window window, Scenario scenario, Duration deadline) {
        return window.doubted(ALL.stream()
                .flatMap(check -> check.flaw(window, scenario, deadline).stream())
                .toList());
    }
}
