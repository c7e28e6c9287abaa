package anywire.bench.engine.runner;

import anywire.bench.model.Suite;
import anywire.bench.model.Warmth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Warms a generation's rows by turns, a step at a time. The rule is the same for all: a row is done when its compilers rest,
 * or when it has had the suite's time for it. For every two cores three rows warm at once, each for three times as long: while
 * one waits for its compilers the others call, so that no core rests. On two cores six rows took 50 to 62 s so, and 80 to 88 s one
 * at a time; how busy compilers were in the first round was much the same (3 to 13 % of it, and 4 to 7 %).
 */
final class WarmUps {
    private static final int OVERLAP = 3;

    private final Queue<WarmUp> cold = new ArrayDeque<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private WarmUps(List<WarmUp> all) {
        cold.addAll(all);
    }

    /** @return how warm each got, in the order given */
    static List<Warmth> warm(Suite suite, List<Deployment> pairs, int cores) throws InterruptedException {
        int atOnce = atOnce(pairs.size(), cores);
        double longer = (double) atOnce / shares(pairs.size(), cores);
        List<WarmUp> all =
                pairs.stream().map(pair -> new WarmUp(suite, pair, longer)).toList();
        new WarmUps(all).warm(atOnce);
        List<Warmth> warmths = new ArrayList<>();
        for (WarmUp one : all) {
            warmths.add(one.warmth());
        }
        return warmths;
    }

    /** How many rows can have two cores of their own. */
    private static int shares(int rows, int cores) {
        return Math.max(1, Math.min(rows, cores / 2));
    }

    static int atOnce(int rows, int cores) {
        return Math.min(rows, OVERLAP * shares(rows, cores));
    }

    private void warm(int atOnce) throws InterruptedException {
        if (atOnce == 1) {
            turns();
        } else {
            CountDownLatch done = new CountDownLatch(atOnce);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                Thread thread = new Thread(() -> turnsOf(done), "warm-up-" + i);
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
            try {
                done.await();
            } finally {
                threads.forEach(Thread::interrupt);
            }
        }
        Exception failed = failure.get();
        if (failed instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }

    private void turnsOf(CountDownLatch done) {
        try {
            turns();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            done.countDown();
        }
    }

    private void turns() throws InterruptedException {
        for (WarmUp next = next(); next != null && failure.get() == null; next = next()) {
            next.step();
            if (!next.over()) {
                again(next);
            }
        }
    }

    private @Nullable WarmUp next() {
        synchronized (cold) {
            return cold.poll();
        }
    }

    private void again(WarmUp one) {
        synchronized (cold) {
            cold.add(one);
        }
    }
}
