package anywire.bench.cli;

import anywire.bench.model.Plan;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/**
 * One line of a terminal, redrawn, with the time left. It is printed here and not by the library's own console: that one
 * takes over the terminal's signals, and Ctrl-C would end the JVM before anything is put away.
 */
final class BarProgress implements ShownProgress {
    private static final int STEPS = 1_000;
    private static final int BAR_CHARS = 24;
    private static final int REDRAW_MILLIS = 500;
    private static final String LINE_START = "\r";
    private static final String CLEAR_REST = "\033[K";

    private final Pace pace;
    private final ProgressBar bar;
    /** Set by whoever measures, read by the thread that draws. */
    private volatile boolean quiet;

    /** @param columns that a line may take */
    BarProgress(String suite, Pace pace, int columns) {
        this.pace = pace;
        this.bar = new ProgressBarBuilder()
                .setTaskName(suite)
                .setInitialMax(STEPS)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .continuousUpdate()
                .setRenderer(this::line)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns - 1))
                .build();
    }

    private String line(ProgressState state, int maxChars) {
        int full = (int) (pace.share() * BAR_CHARS);
        String line = String.format(
                Locale.ROOT,
                "%s [%s%s] %2d %%, about %s left: %s",
                state.getTaskName(),
                "=".repeat(full),
                " ".repeat(BAR_CHARS - full),
                Math.round(pace.share() * 100),
                Times.about(pace.left()),
                state.getExtraMessage());
        return line.length() <= maxChars ? line : line.substring(0, maxChars);
    }

    private void draw(String line) {
        if (!quiet) {
            System.err.print(LINE_START + line + CLEAR_REST);
        }
    }

    /** While it is, lines are drawn when there is something new alone. */
    @Override
    public void quiet(boolean now) {
        quiet = now;
    }

    @Override
    public void replanned(Plan plan) {
        pace.replanned(plan.estimate(), plan.units());
    }

    @Override
    public void at(double doneShare, String what) {
        pace.at(doneShare);
        bar.setExtraMessage(what);
        if (quiet) {
            quiet = false;
            bar.refresh();
            quiet = true;
        }
        bar.stepTo(Math.round(doneShare * STEPS));
    }

    @Override
    public void warn(String line) {
        System.err.println(LINE_START + "warning: " + line + CLEAR_REST);
    }

    @Override
    public void close() {
        bar.close();
        System.err.print(LINE_START + CLEAR_REST);
    }
}
