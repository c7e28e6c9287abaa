package anywire.transport.http;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.TransportException;
import io.netty.channel.EventLoop;
import io.netty.util.internal.PlatformDependent;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One event loop of a client on Netty. Other threads' requests wait in a queue, for which the loop is woken once, however
 * many they are; its own take no detour. {@link #offer} and {@link #abandon} are safe for use by many threads; all else
 * belongs to the loop.
 *
 * <pre>
 *   callers --offer--> queue --one task--> connections --> server
 *   dependants of the futures &lt;------------- the same loop &lt;--+
 * </pre>
 */
final class ClientLoop {
    private static final int MAX_A_TURN = 1024;
    private static final int QUEUE_CHUNK = 128;
    private static final int MIN_WAITING = 1024;
    private static final long MIN_TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final EventLoop loop;
    private final ScheduledExecutorService timer;
    private final long tickNanos;
    private final ClientConnections connections;
    private final Queue<NettyExchange> waiting;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable drain = this::drain;
    private final Runnable flush = this::flush;
    private boolean draining;
    private boolean flushDue;
    private boolean closed;
    private @Nullable ScheduledFuture<?> nextTick;

    ClientLoop(Endpoint to, EventLoop loop, IoMode io, ScheduledExecutorService timer, LongAdder connected) {
        this.loop = loop;
        this.timer = timer;
        int maxInFlight = to.get(CommonOptions.MAX_IN_FLIGHT);
        this.waiting = PlatformDependent.newMpscQueue(QUEUE_CHUNK, Math.max(MIN_WAITING, 2 * maxInFlight));
        long keepAliveNanos = to.get(HttpOptions.KEEP_ALIVE).toNanos();
        long heartbeatNanos = to.get(HttpOptions.HEARTBEAT).toNanos();
        this.tickNanos = Math.max(MIN_TICK_NANOS, Math.min(keepAliveNanos / 4, heartbeatNanos));
        this.connections = to.get(HttpOptions.VERSION) == HttpVersion.HTTP2
                ? new Http2ClientPool(to, loop, io, connected)
                : new Http1ClientPool(to, loop, io, connected);
    }

    boolean inEventLoop() {
        return loop.inEventLoop();
    }

    void offer(NettyExchange exchange) {
        if (!draining && loop.inEventLoop() && waiting.isEmpty()) {
            if (start(exchange) && !flushDue) {
                flushDue = true;
                boolean ignored = Loops.later(loop, flush); // with whatever else this turn brings
            }
        } else if (waiting.offer(exchange)) {
            wake();
        } else {
            exchange.fail(new TransportException.Overloaded("too much waits for the event loop"));
        }
    }

    void abandon(NettyExchange exchange) {
        Loops.run(loop, () -> connections.abandon(exchange));
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            boolean ignored = Loops.later(loop, drain); // or the client is closed, and whoever waits was told
        }
    }

    private void drain() {
        boolean written = false;
        draining = true;
        try {
            for (int i = 0; i < MAX_A_TURN; i++) {
                NettyExchange next = waiting.poll();
                if (next == null) {
                    break;
                }
                written |= start(next);
            }
            if (written) {
                connections.flush();
            }
        } finally {
            draining = false;
            woken.set(false);
        }
        if (!waiting.isEmpty()) {
            wake();
        }
    }

    private boolean start(NettyExchange exchange) {
        if (closed || exchange.isOver()) {
            return false;
        }
        tickLater();
        return connections.start(exchange);
    }

    private void flush() {
        flushDue = false;
        connections.flush();
    }

    /** On the host's timer: with one of its own the loop would set an alarm each time that it waits. */
    private void tickLater() {
        if (nextTick != null) {
            return;
        }
        try {
            nextTick = timer.schedule(() -> Loops.run(loop, this::tick), tickNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The host went first: what is idle stays until the client is closed.
        }
    }

    private void tick() {
        nextTick = null;
        connections.tick(System.nanoTime());
        if (!connections.isEmpty() && !closed) {
            tickLater();
        }
    }

    /** Any thread. */
    void close() {
        Loops.run(loop, () -> {
            closed = true;
            ScheduledFuture<?> planned = nextTick;
            if (planned != null) {
                planned.cancel(false);
            }
            connections.close();
        });
    }
}
