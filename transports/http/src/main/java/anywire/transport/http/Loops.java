package anywire.transport.http;

import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;

/** Getting something done on an event loop. */
final class Loops {
    private Loops() {}

    /** At once if this is the loop, else as soon as it gets there; never if the loop is shut down. */
    static void run(EventLoop loop, Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            boolean ignored = later(loop, task);
        }
    }

    /**
     * After whatever it was given before, even from the loop itself.
     *
     * @return false if the loop is shut down
     */
    static boolean later(EventLoop loop, Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
