package anywire.bench.engine.floor;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.driver.Protocol.Pushes;
import anywire.bench.engine.measure.HistogramBytes;
import anywire.bench.model.Histograms;
import anywire.bench.model.Steadiness;
import anywire.host.Spent;
import java.io.IOException;
import java.util.List;
import org.HdrHistogram.Histogram;

/** One in flight, the next from the last one's answer, on the calling thread. */
final class FloorWindow {
    private FloorWindow() {}

    interface RoundTrip {
        /** @return whether the right bytes came back */
        boolean go() throws IOException;
    }

    static Measured run(Measure measure, RoundTrip roundTrip) throws IOException {
        Histogram latency = Histograms.empty();
        Spent before = Spent.now();
        long start = System.nanoTime();
        long end = start + measure.nanos();
        long right = 0;
        long wrong = 0;
        long sent = start;
        while (sent - end < 0) {
            if (roundTrip.go()) {
                right++;
            } else {
                wrong++;
            }
            long now = System.nanoTime();
            latency.recordValue(now - sent);
            sent = now;
        }
        double seconds = (sent - start) / 1e9;
        Spent spent = Spent.now().minus(before);
        byte[] bytes = HistogramBytes.of(latency);
        byte[] none = HistogramBytes.of(Histograms.empty());
        long all = right + wrong;
        return new Measured(
                bytes,
                bytes,
                none,
                all,
                all,
                right,
                wrong,
                0,
                0,
                0,
                0,
                seconds,
                right / seconds,
                Steadiness.UNKNOWN,
                Pushes.NONE,
                List.of(),
                List.of(),
                spent);
    }
}
