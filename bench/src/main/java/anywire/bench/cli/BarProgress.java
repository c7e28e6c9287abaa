package anywire.bench.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One line of a terminal, redrawn, with the time left. */
final class BarProgress implements ShownProgress {
    private static final int STEPS = 1_000;
    private static final int REDRAW_MILLIS = 500;
    private static final String CLEAR_LINE = "\r\033[K";

    private final ProgressBar bar;

    BarProgress(String suite) {
        bar = new ProgressBarBuilder()
                .setTaskName(suite)
                .setInitialMax(STEPS)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .build();
    }

    @Override
    public void at(double doneShare, String what) {
        bar.stepTo(Math.round(doneShare * STEPS));
        bar.setExtraMessage(what);
    }

    @Override
    public void warn(String line) {
        System.err.println(CLEAR_LINE + "warning: " + line);
    }

    @Override
    public void close() {
        bar.close();
    }
}
