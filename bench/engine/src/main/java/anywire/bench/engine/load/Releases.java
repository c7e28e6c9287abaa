package anywire.bench.engine.load;

import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs things at their time, on a thread of its own that parks until shortly before and spins the rest. Handing over takes
 * no lock: a sender must not wait for it.
 */
final class Releases implements AutoCloseable {
    private static final long SPIN_NANOS = 100_000;
    private static final long FAR_NANOS = 3_600_000_000_000L;

    private final ConcurrentLinkedQueue<Release> handedOver = new ConcurrentLinkedQueue<>();
    /** The thread's own. */
    private final PriorityQueue<Release> waiting = new PriorityQueue<>();

    private final Thread thread = new Thread(this::run, "releases");
    private volatile long wakesNanos = System.nanoTime();
    private volatile boolean closed;

    private record Release(long nanos, Runnable what) implements Comparable<Release> {
        @Override
        public int compareTo(Release other) {
            return Long.signum(nanos - other.nanos);
        }
    }

    Releases() {
        thread.setDaemon(true);
        thread.start();
    }

    /** @param nanos by {@link System#nanoTime()} */
    void at(long nanos, Runnable what) {
        handedOver.add(new Release(nanos, what));
        // Written after, read before it looks at what was handed over: one of the two sees the other.
        if (nanos - SPIN_NANOS - wakesNanos < 0) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        Punctual.lowerSlack();
        while (!closed) {
            for (Release next = handedOver.poll(); next != null; next = handedOver.poll()) {
                waiting.add(next);
            }
            Release first = waiting.peek();
            long left = first == null ? FAR_NANOS : first.nanos() - System.nanoTime();
            if (first != null && left <= 0) {
                waiting.remove();
                first.what().run();
            } else if (left > SPIN_NANOS) {
                park(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private void park(long nanos) {
        wakesNanos = System.nanoTime() + nanos;
        if (handedOver.isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** What has not been run never will be. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
