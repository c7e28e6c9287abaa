package anywire.bench.cli;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A plain line now and then, for logs. */
final class LineProgress implements ShownProgress {
    static final long APART_NANOS = 5_000_000_000L;

    private final Consumer<String> out;
    private final LongSupplier nanos;
    private final long beganNanos;
    private long saidNanos;

    LineProgress(Consumer<String> out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.beganNanos = nanos.getAsLong();
        this.saidNanos = beganNanos - APART_NANOS;
    }

    @Override
    public void at(double doneShare, String what) {
        long now = nanos.getAsLong();
        if (now - saidNanos < APART_NANOS) {
            return;
        }
        saidNanos = now;
        String left = doneShare > 0.01 ? ", about " + Times.about(left(doneShare, now)) + " left" : "";
        out.accept(Math.round(doneShare * 100) + " %" + left + ": " + what);
    }

    private Duration left(double doneShare, long now) {
        return Duration.ofNanos(Math.round((now - beganNanos) * (1 - doneShare) / doneShare));
    }

    @Override
    public void warn(String line) {
        out.accept("warning: " + line);
    }

    @Override
    public void close() {}
}
