package anywire.transport.udp;

import anywire.transport.Host;
import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks after what is due to be sent again, every {@value #MILLIS} ms while there is anything: on the event loop, by the
 * host's timer, since with alarms of its own the event loop would set one each time that it waits.
 */
final class Ticker {
    private static final int MILLIS = 10;

    private final EventLoop loop;
    private final ScheduledExecutorService timer;
    private final BooleanSupplier tick;
    private boolean planned;

    /** @param tick says whether there is anything left to look after */
    Ticker(EventLoop loop, Host host, BooleanSupplier tick) {
        this.loop = loop;
        this.timer = host.timer();
        this.tick = tick;
    }

    /** There is something to look after. On the event loop. */
    void wake() {
        if (planned) {
            return;
        }
        try {
            ScheduledFuture<?> unused = timer.schedule(this::onTimer, MILLIS, TimeUnit.MILLISECONDS);
            planned = true;
        } catch (RejectedExecutionException closed) {
            // the host went first: nothing is to be sent again
        }
    }

    private void onTimer() {
        try {
            loop.execute(this::onLoop);
        } catch (RejectedExecutionException closed) {
            // the event loop is closed, and with it all that was due
        }
    }

    private void onLoop() {
        planned = false;
        if (tick.getAsBoolean()) {
            wake();
        }
    }
}
