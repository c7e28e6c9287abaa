package anywire.transport.udp;

import io.netty.channel.EventLoop;
import io.netty.util.internal.PlatformDependent;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What other threads leave for the event loop, which is woken once for all that came together. {@link #offer} is safe for
 * use by many threads.
 */
final class Mailbox implements Runnable {
    private static final int CHUNK = 128;
    private static final int MAX_A_TURN = 1024;

    private final EventLoop loop;
    private final Queue<Runnable> waiting;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable after;

    /**
     * @param max about how many may wait
     * @param after run after each turn
     */
    Mailbox(EventLoop loop, int max, Runnable after) {
        this.loop = loop;
        this.waiting = PlatformDependent.newMpscQueue(CHUNK, Math.max(2 * CHUNK, max));
        this.after = after;
    }

    /** @return false if too many wait already */
    boolean offer(Runnable task) {
        if (loop.inEventLoop() && waiting.isEmpty()) {
            task.run();
            return true;
        }
        if (!waiting.offer(task)) {
            return false;
        }
        wake();
        return true;
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                loop.execute(this);
            } catch (RejectedExecutionException closed) {
                // whoever closed the event loop has failed, or will, whatever waits
            }
        }
    }

    @Override
    public void run() {
        for (int i = 0; i < MAX_A_TURN; i++) {
            Runnable task = waiting.poll();
            if (task == null) {
                break;
            }
            task.run();
        }
        after.run();
        woken.set(false);
        if (!waiting.isEmpty()) {
            wake();
        }
    }
}
