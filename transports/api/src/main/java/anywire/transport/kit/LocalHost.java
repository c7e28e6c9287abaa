package anywire.transport.kit;

import anywire.transport.Dispatch;
import anywire.transport.Host;
import anywire.transport.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The host of one process: one timer thread, and a bounded executor for operations that block. */
public final class LocalHost implements Host, AutoCloseable {
    private static final int MAX_WAITING = 4096;

    private final ThreadGroup group;
    private final Map<String, String> secrets;
    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor blocking;

    public LocalHost() {
        this(Map.of());
    }

    /** @param secrets by name */
    public LocalHost(Map<String, String> secrets) {
        this("anywire", Runtime.getRuntime().availableProcessors() * 4, secrets);
    }

    /** @param blockingThreads how many blocking operations run at once; {@value #MAX_WAITING} more may wait */
    public LocalHost(String name, int blockingThreads, Map<String, String> secrets) {
        this.group = new ThreadGroup(name);
        this.secrets = Map.copyOf(secrets);
        this.timer = new ScheduledThreadPoolExecutor(1, threads("timer"));
        timer.setRemoveOnCancelPolicy(true);
        this.blocking = new ThreadPoolExecutor(
                blockingThreads,
                blockingThreads,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                threads("blocking"));
        blocking.allowCoreThreadTimeOut(true);
    }

    /** Told from threads that libraries start from a lent one: those inherit its group. */
    private static final class Lent extends Thread {
        Lent(ThreadGroup group, Runnable task, String name) {
            super(group, task, name);
            setDaemon(true);
        }
    }

    @Override
    public Dispatch dispatch() {
        return (operation, task) -> {
            if (operation.work() == Operation.Work.QUICK) {
                task.run();
            } else {
                blocking.execute(task);
            }
        };
    }

    @Override
    public ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public ThreadFactory threads(String purpose) {
        AtomicInteger number = new AtomicInteger();
        return task -> new Lent(group, task, purpose + "-" + number.incrementAndGet());
    }

    @Override
    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** Threads alive now that this host lent, its own timer and executor aside: what a closed transport left behind. */
    public int lentThreadsAlive() {
        Thread[] alive = new Thread[group.activeCount() + 16];
        int all = group.enumerate(alive);
        int lent = 0;
        for (int i = 0; i < all; i++) {
            String name = alive[i].getName();
            if (alive[i] instanceof Lent && !name.startsWith("timer-") && !name.startsWith("blocking-")) {
                lent++;
            }
        }
        return lent;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        blocking.shutdownNow();
    }
}
