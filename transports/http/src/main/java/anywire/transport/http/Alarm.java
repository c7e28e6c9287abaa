package anywire.transport.http;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Goes off unless the other side speaks in time. Lives on an event loop. */
final class Alarm {
    private @Nullable ScheduledFuture<?> armed;

    boolean isArmed() {
        return armed != null;
    }

    /** @param task run on the loop, unless {@link #disarm} comes first */
    void arm(EventLoop loop, Duration in, Runnable task) {
        disarm();
        armed = loop.schedule(task, in.toNanos(), TimeUnit.NANOSECONDS);
    }

    void disarm() {
        ScheduledFuture<?> before = armed;
        if (before != null) {
            armed = null;
            before.cancel(false);
        }
    }
}
