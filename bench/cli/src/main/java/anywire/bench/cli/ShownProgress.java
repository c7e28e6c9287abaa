package anywire.bench.cli;

import anywire.bench.model.Plan;
import anywire.bench.model.Progress;
import java.time.Duration;

/** Progress that has to be taken off the screen. */
interface ShownProgress extends Progress, AutoCloseable {
    /** A bar on a terminal, lines elsewhere; on standard error, which is nobody's result. */
    static ShownProgress of(Plan plan) {
        return of(plan.suite().name(), plan.estimate(), plan.units());
    }

    /** @param units after each of which the pace is taken anew */
    static ShownProgress of(String name, Duration estimate, int units) {
        Pace pace = new Pace(estimate, units, System::nanoTime);
        return Terminal.isInteractive()
                ? new BarProgress(name, pace, Terminal.columns())
                : new LineProgress(System.err::println, pace);
    }

    @Override
    void close();
}
