package anywire.bench.cli;

import anywire.bench.run.Plan;
import anywire.bench.run.Progress;

/** Progress that has to be taken off the screen. */
interface ShownProgress extends Progress, AutoCloseable {
    /** A bar on a terminal, lines elsewhere; on standard error, which is nobody's result. */
    static ShownProgress of(Plan plan) {
        Pace pace = new Pace(plan.estimate(), plan.units(), System::nanoTime);
        return Terminal.isInteractive()
                ? new BarProgress(plan.suite().name(), pace, Terminal.columns())
                : new LineProgress(System.err::println, pace);
    }

    @Override
    void close();
}
