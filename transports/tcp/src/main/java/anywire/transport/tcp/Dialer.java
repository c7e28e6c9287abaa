package anywire.transport.tcp;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a link's connections, one attempt at a time. An attempt that a call asks for comes at once, but for
 * {@value #MIN_PAUSE_MILLIS} ms after one that failed, so that an absent server is told at once and yet not stormed;
 * one that only subscriptions ask for waits, longer each time. All on the event loop.
 */
final class Dialer {
    private static final int MIN_PAUSE_MILLIS = 10;
    private static final int MAX_DOUBLINGS = 20;

    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final TcpOptions options;
    private final TcpClientLink link;

    private boolean busy;
    private boolean closed;
    private int failures;
    private long notBeforeNanos = System.nanoTime();
    private long plannedNanos;
    private @Nullable ScheduledFuture<?> planned;

    Dialer(EventLoop loop, Bootstrap bootstrap, TcpOptions options, TcpClientLink link) {
        this.loop = loop;
        this.bootstrap = bootstrap.handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(link.connection());
            }
        });
        this.options = options;
        this.link = link;
    }

    /** Soon, unless it is under way. */
    void dial() {
        plan(Math.max(0, notBeforeNanos - System.nanoTime()));
    }

    /** After the pause that the failures so far are good for. */
    void dialLater() {
        plan(pauseNanos(
                options.backoff(),
                options.backoffMax(),
                failures,
                ThreadLocalRandom.current().nextDouble()));
    }

    /** Doubles with each failure up to a limit, less up to half of it by chance. */
    static long pauseNanos(Duration first, Duration longest, int failures, double chance) {
        double doubled = (double) first.toNanos() * (1L << Math.min(failures, MAX_DOUBLINGS));
        return (long) (Math.min(doubled, longest.toNanos()) * (1 - chance / 2));
    }

    private void plan(long delayNanos) {
        if (busy || closed) {
            return;
        }
        long at = System.nanoTime() + delayNanos;
        ScheduledFuture<?> before = planned;
        if (before != null) {
            if (plannedNanos - at <= 0) {
                return;
            }
            before.cancel(false);
            planned = null;
        }
        if (delayNanos == 0) {
            attempt();
        } else {
            plannedNanos = at;
            planned = loop.schedule(this::attempt, delayNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void attempt() {
        planned = null;
        if (busy || closed) {
            return;
        }
        busy = true;
        bootstrap.connect().addListener((ChannelFuture attempt) -> {
            Throwable failure = attempt.cause();
            if (failure != null) {
                failed("nobody answers: " + failure.getMessage());
            } else if (closed) {
                attempt.channel().close();
            }
        });
    }

    /** An attempt came to nothing. */
    void failed(String why) {
        busy = false;
        failures++;
        notBeforeNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MIN_PAUSE_MILLIS);
        link.notConnected(why);
    }

    /** There is a connection. */
    void up() {
        failures = 0;
    }

    /** There is none any more. */
    void down() {
        busy = false;
    }

    /** No attempt begins after this. */
    void close() {
        closed = true;
    }
}
