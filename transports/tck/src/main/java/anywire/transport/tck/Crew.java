package anywire.transport.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several threads that do the same at once. */
final class Crew {
    interface Work {
        void run(int thread) throws Exception;
    }

    private Crew() {}

    /** Returns when all are done; fails as the first of them did. */
    static void run(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "tck-crew");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                tasks.add(() -> {
                    work.run(number);
                    return null;
                });
            }
            for (Future<Void> task : pool.invokeAll(tasks, Wait.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(String.valueOf(e.getCause()), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
