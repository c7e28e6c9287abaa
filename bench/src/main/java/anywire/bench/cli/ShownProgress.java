package anywire.bench.cli;

import anywire.bench.run.Progress;

/** Progress that has to be taken off the screen. */
interface ShownProgress extends Progress, AutoCloseable {
    /** A bar on a terminal, lines elsewhere; on standard error, which is nobody's result. */
    static ShownProgress on(String suite) {
        return Terminal.isInteractive()
                ? new BarProgress(suite)
                : new LineProgress(System.err::println, System::nanoTime);
    }

    @Override
    void close();
}
