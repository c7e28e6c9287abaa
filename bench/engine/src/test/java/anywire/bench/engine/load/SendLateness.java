package anywire.bench.engine.load;

import anywire.bench.model.FlightLog;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/**
 * Prints how late an open loop sends on this machine, and what that takes of a core, for several gaps between sends. To
 * be pinned, as a driver is: {@code taskset -c 1 java -cp ... anywire.bench.engine.load.SendLateness [windows]}.
 */
final class SendLateness {
    private static final long WINDOW_NANOS = 500_000_000;

    private SendLateness() {}

    public static void main(String[] args) throws IOException {
        int windows = args.length == 0 ? 40 : Integer.parseInt(args[0]);
        Punctual.lowerSlack();
        System.out.println("gap ms   sends  p50 us  p90 us  p99 us  max us  share of a core");
        for (int gapMillis : new int[] {2, 10, 20, 40, 100, 200}) {
            Load load = new Load(Loop.POISSON, 1_000.0 / gapMillis, 0);
            Histogram late = new Histogram(3);
            long begun = System.nanoTime();
            long cpuBefore = cpuNanos();
            for (int window = 0; window < windows; window++) {
                long[] offsets = Arrivals.offsets(load, WINDOW_NANOS, window);
                FlightLog log = new FlightLog(offsets.length);
                OpenLoop.run(number -> CompletableFuture.completedFuture(true), log, offsets, WINDOW_NANOS);
                for (int i = 0; i < log.started(); i++) {
                    late.recordValue(log.sentNanos(i) - log.intendedNanos(i));
                }
            }
            double share = (double) (cpuNanos() - cpuBefore) / (System.nanoTime() - begun);
            System.out.printf(
                    Locale.ROOT,
                    "%6d %7d %7.0f %7.0f %7.0f %7.0f %12.2f %%%n",
                    gapMillis,
                    late.getTotalCount(),
                    late.getValueAtPercentile(50) / 1e3,
                    late.getValueAtPercentile(90) / 1e3,
                    late.getValueAtPercentile(99) / 1e3,
                    late.getMaxValue() / 1e3,
                    100 * share);
        }
    }

    /** Of this thread. */
    private static long cpuNanos() throws IOException {
        String account = Files.readString(Path.of("/proc/thread-self/schedstat"));
        return Long.parseLong(account.substring(0, account.indexOf(' ')));
    }
}
