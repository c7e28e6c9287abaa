package anywire.transport.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's threads: as many as there are calls under way, and never a queue before them.
 *
 * <p>A call that is made while a worker completes another is run next by that same worker: its connection and caches are
 * warm, and no other thread need be woken. This is why OkHttp's dispatcher is not used (that, and that it renames its
 * threads twice a call, a system call each). The worker is free as soon as its dependants return, which they do at once,
 * since they must not block.
 */
final class Workers implements Executor {
    private static final int IDLE_SECONDS = 30;
    private static final int CLOSE_SECONDS = 1;

    private final ThreadPoolExecutor pool;
    private final ThreadLocal<@Nullable Lap> laps = new ThreadLocal<>();

    /** What the worker will do when it is done with what it does. */
    private static final class Lap {
        @Nullable
        Runnable next;
    }

    Workers(ThreadFactory threads) {
        pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    @Override
    public void execute(Runnable task) {
        Lap lap = laps.get();
        if (lap != null && lap.next == null) {
            lap.next = task;
        } else {
            start(() -> run(task));
        }
    }

    /** For what may take long: calls that are made from within it get threads of their own. */
    void executeLong(Runnable task) {
        start(task);
    }

    private void start(Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            // Closed: whoever waits for it has been told.
        }
    }

    private void run(Runnable first) {
        Lap lap = new Lap();
        laps.set(lap);
        try {
            for (Runnable task = first; task != null; task = lap.next) {
                lap.next = null;
                task.run();
            }
        } finally {
            laps.remove();
        }
    }

    /** Lets go of all threads, and waits a little until they are gone. */
    void close() {
        pool.shutdown();
        try {
            boolean ignored = pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
