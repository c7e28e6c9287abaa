package anywire.bench.engine.calibrate;

import anywire.bench.engine.load.Punctual;
import anywire.host.CpuBurn;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread on one core that uses up CPU in bursts, each at a random moment of its period; while there is nothing to do, it
 * waits at no cost. To be used by one thread.
 */
final class Burner {
    /** Above that of the harness's own meters, which so meet what it does as they meet a hypervisor. */
    private static final int PRIORITY = 2;

    private final int core;
    private final boolean first;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile boolean granted;
    private volatile boolean on;
    private @Nullable Thread thread;
    private @Nullable Future<Long> burning;

    /**
     * @param nanos of CPU
     * @param periodNanos in each of which there is one burst; 0 for a single one
     * @param afterNanos when the first period begins
     */
    record Bursts(long nanos, long periodNanos, long afterNanos, long seed) {}

    /** @param first whether it is to go before all else on its core */
    Burner(int core, boolean first) {
        this.core = core;
        this.first = first;
    }

    private Thread thread(Runnable tasks) {
        Thread made = new Thread(
                () -> {
                    Punctual.lowerSlack();
                    Punctual.stayOn(core);
                    granted = !first || Punctual.preferTo(PRIORITY);
                    tasks.run();
                },
                "noise-of-core-" + core);
        made.setDaemon(true);
        thread = made;
        return made;
    }

    /**
     * Burns once, and returns when that is over: it is where it should be then, and compiled.
     *
     * @return whether it goes before all else, if it should
     */
    boolean practise(long nanos) throws InterruptedException {
        begin(new Bursts(nanos, 0, 0, 0));
        var ignored = end();
        return granted;
    }

    /** Returns at once. What was begun before has to be ended first. */
    void begin(Bursts bursts) {
        on = true;
        burning = executor.submit(() -> burn(bursts));
    }

    /** Has a burst that is under way come to its end, and begins no other. */
    void stop() {
        Thread parked = thread;
        if (burning != null && parked != null) {
            on = false;
            LockSupport.unpark(parked);
        }
    }

    /** Waits for its last burst. @return the CPU that was used since it began, in nanoseconds; 0 if it did not begin */
    long end() throws InterruptedException {
        Future<Long> last = burning;
        burning = null;
        try {
            return last == null ? 0 : last.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private long burn(Bursts bursts) {
        SplittableRandom random = new SplittableRandom(bursts.seed());
        long period = System.nanoTime() + bursts.afterNanos();
        long room = Math.max(1, bursts.periodNanos() - bursts.nanos());
        long burnt = 0;
        do {
            await(period + random.nextLong(room));
            burnt += on ? CpuBurn.burn(bursts.nanos(), () -> on) : 0;
            period += bursts.periodNanos();
        } while (on && bursts.periodNanos() > 0);
        return burnt;
    }

    private void await(long nanos) {
        for (long left = nanos - System.nanoTime(); on && left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
