package anywire.bench.measure;

import anywire.bench.run.Flaw;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All checks of one window. */
public final class WindowChecks {
    private static final List<WindowCheck> ALL = List.of(new SendLagCheck(), new BalanceCheck(), new HeldCheck());

    private WindowChecks() {}

    /** The window with what was found wrong with it. */
    public static Window judge(Window window, Scenario scenario, Duration deadline) {
        List<Flaw> flaws = new ArrayList<>(window.flaws());
        ALL.forEach(check -> check.flaw(window, scenario, deadline).ifPresent(flaws::add));
        return new Window(
                window.index(),
                window.scenario(),
                window.transport(),
                window.startMillis(),
                window.seconds(),
                window.intended(),
                window.actual(),
                window.sendLag(),
                window.perSecond(),
                window.accounting(),
                window.driver(),
                window.server(),
                flaws);
    }
}
