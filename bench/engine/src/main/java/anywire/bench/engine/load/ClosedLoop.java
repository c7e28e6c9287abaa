package anywire.bench.engine.load;

import anywire.bench.model.FlightLog;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps so many in flight: when one is over the next is started, from its completion and so on the thread that brought
 * it. Slows down with what it measures; never to be compared with an open loop.
 */
public final class ClosedLoop {
    private final Launch launch;
    private final FlightLog log;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch lanes;
    private final long endNanos;

    private ClosedLoop(Task action, FlightLog log, int inFlight, long endNanos) {
        this.launch = new Launch(action, log);
        this.log = log;
        this.lanes = new CountDownLatch(inFlight);
        this.endNanos = endNanos;
    }

    /** Runs until the time is over or the log is full; waits for what is in flight, at most {@code drainNanos}. */
    public static Loaded run(Task action, FlightLog log, int inFlight, long windowNanos, long drainNanos)
            throws InterruptedException {
        long start = System.nanoTime();
        ClosedLoop loop = new ClosedLoop(action, log, inFlight, start + windowNanos);
        for (int lane = 0; lane < inFlight; lane++) {
            loop.new Lane().run();
        }
        boolean ignored = loop.lanes.await(windowNanos + drainNanos, TimeUnit.NANOSECONDS);
        int started = Math.min(loop.next.get(), log.capacity());
        log.sendingOver(started);
        return new Loaded(started, start, System.nanoTime(), loop.launch::faults);
    }

    /**
     * One of those in flight. A completion that comes while its start is still on the stack (in process it always does)
     * is left to the loop there, so that the stack does not grow.
     */
    private final class Lane implements Runnable {
        private final AtomicInteger owed = new AtomicInteger();

        @Override
        public void run() {
            if (owed.getAndIncrement() > 0) {
                return;
            }
            do {
                startOne();
            } while (owed.decrementAndGet() > 0);
        }

        private void startOne() {
            long now = System.nanoTime();
            int number = now - endNanos < 0 ? next.getAndIncrement() : Integer.MAX_VALUE;
            if (number >= log.capacity()) {
                lanes.countDown();
            } else {
                launch.start(number, now, this);
            }
        }
    }
}
