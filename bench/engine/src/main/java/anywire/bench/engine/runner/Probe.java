package anywire.bench.engine.runner;

import anywire.bench.engine.load.Punctual;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A short fixed piece of work on every core at once, between windows, while all that is compared stands still. How long it
 * takes says how busy the machine is with others, and knows nothing of rows: a round that it finds disturbed may be left
 * aside without favouring anybody, which no figure from inside a row's window allows. (A row that uses more CPU also meets
 * more of what the hypervisor takes.)
 */
final class Probe implements AutoCloseable {
    /** Some 5 ms of code that the first compiler made. */
    private static final int STEPS = 4_000_000;

    private static final int WARM_UPS = 20;

    private final List<ExecutorService> threads = new ArrayList<>();

    private Probe(List<Integer> cores) {
        for (int its : cores) {
            threads.add(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(
                        () -> {
                            Punctual.stayOn(its);
                            task.run();
                        },
                        "probe-of-core-" + its);
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    /** @param cores by their numbers */
    static Probe start(List<Integer> cores) throws InterruptedException {
        Probe probe = new Probe(cores);
        for (int i = 0; i < WARM_UPS; i++) {
            probe.nanos();
        }
        return probe;
    }

    /** That does nothing, and says 0: where nothing is compared. */
    static Probe none() {
        return new Probe(List.of());
    }

    /** On the slowest core. */
    long nanos() throws InterruptedException {
        Callable<Long> work = Probe::work;
        List<Future<Long>> all = new ArrayList<>();
        for (ExecutorService thread : threads) {
            all.add(thread.submit(work));
        }
        long slowest = 0;
        for (Future<Long> one : all) {
            try {
                slowest = Math.max(slowest, one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return slowest;
    }

    private static long work() {
        long begun = System.nanoTime();
        long x = begun | 1;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        long took = System.nanoTime() - begun;
        // x is never 0, so this is always what it took; but the compiler does not know.
        return x == 0 ? 0 : took;
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }
}
