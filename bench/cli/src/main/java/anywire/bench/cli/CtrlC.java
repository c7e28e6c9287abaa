package anywire.bench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or another polite end of the process, interrupts the thread that made this and waits until it has put away what
 * it has. The JVM then ends with the signal's own exit code, 130 for Ctrl-C.
 */
final class CtrlC implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "ctrl-c");

    private CtrlC() {}

    static CtrlC guard() {
        CtrlC guard = new CtrlC();
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    private void interrupt() {
        worker.interrupt();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("anywire: gave up waiting after " + PATIENCE_SECONDS
                        + " s; what was saved after the last generation is there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way down: that is what the hook was for.
        }
    }
}
