package anywire.transport.amq;

import anywire.transport.Host;
import anywire.transport.TransportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that publishes, and the bounded queue before it. It opens a link when it first needs one, and again when
 * the last one is gone. Everything that waits for the broker is done here and holds up nobody else.
 *
 * @param <L> what it needs to publish: connection, channels
 */
final class Courier<L extends Courier.Link> implements AutoCloseable {
    private static final int BATCH = 64;

    /** A connection and its channels. */
    interface Link extends AutoCloseable {
        boolean isOpen();

        @Override
        void close();
    }

    /** Something to do with a link. */
    interface Errand<L> {
        /** On the courier's thread. A failure that is no {@link TransportException} breaks the link. */
        void with(L link) throws IOException;

        /** There is no link, and it did not run; on the courier's thread, or on whoever's hands it in too late. */
        void unable(TransportException why);
    }

    /** Wakes the thread to see that it is to end. */
    private final Errand<L> wakeUp = new Errand<>() {
        @Override
        public void with(L link) {}

        @Override
        public void unable(TransportException why) {}
    };

    private final Supplier<L> dial;
    private final BlockingQueue<Errand<L>> queue;
    private final Thread thread;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean closing;
    private volatile @Nullable L link;

    Courier(String name, int capacity, Host host, Supplier<L> dial) {
        this.dial = dial;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = host.threads(name).newThread(this::run);
    }

    /** There is a link already. Before the first errand. */
    void startWith(L first) {
        link = first;
    }

    /** Never blocks. The first one starts the thread. @return false if as many wait as may */
    boolean offer(Errand<L> errand) {
        if (closing) {
            errand.unable(new TransportException.Closed("closed", false));
            return true;
        }
        unfinished.incrementAndGet();
        boolean taken = queue.offer(errand);
        if (!taken) {
            unfinished.decrementAndGet();
        }
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
        if (closing && queue.remove(errand)) { // the thread may have looked for the last time
            unfinished.decrementAndGet();
            errand.unable(new TransportException.Closed("closed", false));
        }
        return taken;
    }

    /** Waits until what was handed in so far is done, or the time is over. */
    void flush(long deadlineNanos) {
        while (unfinished.get() > 0 && System.nanoTime() - deadlineNanos < 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** As it is now. */
    @Nullable
    L link() {
        return link;
    }

    private void run() {
        List<Errand<L>> batch = new ArrayList<>(BATCH);
        try {
            while (!closing || !queue.isEmpty()) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                batch.stream().filter(errand -> errand != wakeUp).forEach(errand -> {
                    perform(errand);
                    unfinished.decrementAndGet();
                });
                batch.clear();
            }
        } catch (InterruptedException e) {
            // It is to end now.
        } finally {
            closing = true;
            List<Errand<L>> rest = new ArrayList<>(batch);
            queue.drainTo(rest);
            rest.forEach(errand -> errand.unable(new TransportException.Closed("closed", false)));
            L last = link;
            if (last != null) {
                last.close();
            }
        }
    }

    private void perform(Errand<L> errand) {
        L with = link;
        if (with == null || !with.isOpen()) {
            if (with != null) {
                with.close();
            }
            try {
                with = dial.get();
                link = with;
            } catch (TransportException e) {
                errand.unable(e);
                refuseTheRest(e);
                return;
            }
        }
        try {
            errand.with(with);
        } catch (IOException | RuntimeException e) {
            // Whatever it was, a channel is gone with it, and with the channel what it carried.
            with.close();
        }
    }

    /** Each would wait as long as the first one, one after another. */
    private void refuseTheRest(TransportException why) {
        List<Errand<L>> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(errand -> {
            errand.unable(why);
            unfinished.decrementAndGet();
        });
    }

    /** Does what was handed in, within the limit, then ends. Blocks. */
    void close(long limitMillis) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        closing = true;
        boolean ignored = queue.offer(wakeUp); // where there is no room, it is awake
        if (Thread.currentThread() == thread) {
            return;
        }
        if (!started.compareAndSet(false, true)) {
            end(limitMillis);
            return;
        }
        L idle = link;
        if (idle != null) {
            idle.close();
        }
    }

    private void end(long limitMillis) {
        try {
            thread.join(Math.max(1, limitMillis));
            if (thread.isAlive()) {
                thread.interrupt();
                L stuck = link;
                if (stuck != null) {
                    stuck.close();
                }
                thread.join(1_000);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(1_000);
    }
}
