package anywire.bench.cli;

import anywire.bench.model.Plan;
import java.util.function.Consumer;

/** A plain line now and then, for logs. */
final class LineProgress implements ShownProgress {
    static final long APART_NANOS = 5_000_000_000L;

    private final Consumer<String> out;
    private final Pace pace;
    private long saidNanos = -APART_NANOS;

    LineProgress(Consumer<String> out, Pace pace) {
        this.out = out;
        this.pace = pace;
    }

    @Override
    public void replanned(Plan plan) {
        pace.replanned(plan.estimate(), plan.units());
    }

    @Override
    public void at(double doneShare, String what) {
        pace.at(doneShare);
        long now = pace.elapsedNanos();
        if (now - saidNanos < APART_NANOS) {
            return;
        }
        saidNanos = now;
        out.accept(Math.round(pace.share() * 100) + " %, about " + Times.about(pace.left()) + " left: " + what);
    }

    @Override
    public void warn(String line) {
        out.accept("warning: " + line);
    }

    @Override
    public void close() {}
}
