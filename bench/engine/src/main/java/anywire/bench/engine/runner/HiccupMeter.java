package anywire.bench.engine.runner;

import anywire.bench.engine.load.Punctual;
import anywire.bench.model.Histograms;
import anywire.bench.model.Machine.Hiccups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * How late this machine wakes a thread that has nothing else to do: one thread a core, that parks for 5 ms at a time all
 * run long. Where it may, it goes before all others; so what it meets is the machine (the hypervisor,
 * interrupts, a core that has to be woken) and not the work that is measured. Where it may not, on a core that is busy,
 * it meets that too.
 *
 * <p>It costs each core 200 wake-ups a second, 0.1 to 0.2 % of it, the same whatever is measured. A collection in this
 * process looks like a hiccup; it allocates next to nothing while it waits for a window.
 */
final class HiccupMeter implements AutoCloseable {
    static final long INTERVAL_NANOS = 5_000_000;

    private static final long LEAVE_MILLIS = 1_000;

    private final List<Probe> probes = new ArrayList<>();
    private volatile boolean closed;

    private HiccupMeter(List<Integer> cores, LongConsumer park) {
        for (int core : cores) {
            probes.add(new Probe(core, park));
        }
        probes.forEach(probe -> probe.thread.start());
    }

    /** @param cores by their numbers */
    static HiccupMeter start(List<Integer> cores) {
        return start(cores, LockSupport::parkNanos);
    }

    /** @param park for so many nanoseconds, or longer */
    static HiccupMeter start(List<Integer> cores, LongConsumer park) {
        return new HiccupMeter(cores, park);
    }

    /**
     * @param lateNanos of all cores together
     * @param cores the same, by core
     */
    record Lap(Histogram lateNanos, List<Hiccups> cores) {}

    /** What was met since the last one. */
    Lap lap() {
        Histogram all = Histograms.empty();
        List<Hiccups> cores = new ArrayList<>();
        for (Probe probe : probes) {
            Histogram late = probe.late.getIntervalHistogram();
            all.add(late);
            if (late.getTotalCount() > 0) {
                cores.add(new Hiccups(
                        probe.core,
                        late.getTotalCount(),
                        late.getValueAtPercentile(50),
                        late.getValueAtPercentile(99),
                        late.getMaxValue()));
            }
        }
        return new Lap(all, cores);
    }

    private final class Probe {
        private final int core;
        private final SingleWriterRecorder late = new SingleWriterRecorder(3);
        private final Thread thread;

        Probe(int core, LongConsumer park) {
            this.core = core;
            this.thread = new Thread(() -> watch(park), "hiccups-of-core-" + core);
            thread.setDaemon(true);
        }

        private void watch(LongConsumer park) {
            Punctual.lowerSlack();
            Punctual.stayOn(core);
            Punctual.prefer();
            while (!closed) {
                long begun = System.nanoTime();
                park.accept(INTERVAL_NANOS);
                long lateNanos = System.nanoTime() - begun - INTERVAL_NANOS;
                if (lateNanos >= 0) { // or it was woken early, for no reason
                    late.recordValueWithExpectedInterval(lateNanos, INTERVAL_NANOS);
                }
            }
        }
    }

    /** Its threads are gone when this returns, unless the caller is interrupted. */
    @Override
    public void close() {
        closed = true;
        for (Probe probe : probes) {
            LockSupport.unpark(probe.thread);
            try {
                probe.thread.join(LEAVE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
