package anywire.bench.cli;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One call after the other, and what came of them. */
final class Pings {
    private static final Body NOBODY = new Body(Format.FORM, "token=ping".getBytes(StandardCharsets.UTF_8));

    private final OneCall one;
    private final Operation operation;
    private final PrintWriter out;
    private final Histogram nanos = new Histogram(3);
    private final long beganNanos = System.nanoTime();
    private long asked;

    Pings(OneCall one, Operation operation, PrintWriter out) {
        this.one = one;
        this.operation = operation;
        this.out = out;
    }

    /** The first of them also connects, and says so. */
    void run(int count, Duration interval) throws InterruptedException {
        long dueNanos = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            TimeUnit.NANOSECONDS.sleep(dueNanos - System.nanoTime());
            ask(i);
            dueNanos += interval.toNanos();
        }
    }

    private void ask(int number) throws InterruptedException {
        asked++;
        long before = System.nanoTime();
        String note = number == 1 ? " (connecting included)" : "";
        try {
            answered(before, () -> one.ask(operation, NOBODY));
            out.printf(Locale.ROOT, "%d: %s%s%n", number, millis(System.nanoTime() - before), note);
        } catch (TransportException e) {
            out.println(number + ": " + e.getMessage());
        }
        out.flush();
    }

    private interface Asking {
        String ask() throws InterruptedException;
    }

    private void answered(long beforeNanos, Asking asking) throws InterruptedException {
        try {
            String ignored = asking.ask();
        } catch (RefusedException nobodyIsKnown) {
            // That is an answer.
        }
        nanos.recordValue(System.nanoTime() - beforeNanos);
    }

    long answered() {
        return nanos.getTotalCount();
    }

    List<String> sums() {
        double lost = asked == 0 ? 0 : 100.0 * (asked - answered()) / asked;
        String counts = String.format(
                Locale.ROOT,
                "%d asked, %d answered, %.3g %% lost, %s",
                asked,
                answered(),
                lost,
                Times.about(Duration.ofNanos(System.nanoTime() - beganNanos)));
        return answered() == 0
                ? List.of(counts)
                : List.of(
                        counts,
                        "min " + millis(nanos.getMinValue()) + ", p50 " + at(50) + ", p90 " + at(90) + ", p99 " + at(99)
                                + ", max " + millis(nanos.getMaxValue()));
    }

    private String at(double percentile) {
        return millis(nanos.getValueAtPercentile(percentile));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
    }
}
