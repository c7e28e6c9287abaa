package anywire.transport.udp;

import anywire.transport.Host;
import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A client's socket, which it keeps, and its session, of which it may have many, one after the other. What a call asks for is
 * tried at once, but for {@value #MIN_PAUSE_MILLIS} ms after an attempt that failed; what only subscriptions ask for
 * waits, longer each time. On the event loop.
 */
final class ClientSession {
    private static final int MIN_PAUSE_MILLIS = 10;
    private static final int MAX_DOUBLINGS = 20;

    private final EventLoop loop;
    private final Supplier<ChannelFuture> socket;
    private final UdpChannel line;
    private final RoundTrip roundTrip;
    private final RandomGenerator random;
    private final UdpClientLink link;
    private final UdpOptions options;
    private final ScheduledExecutorService timer;
    private final Fragments.Maker fragments;

    private @Nullable Channel channel;
    private @Nullable Handshake handshake;
    private @Nullable Peer peer;
    private boolean planned;
    private boolean closed;
    private int failures;
    private long notBeforeNanos = System.nanoTime();

    ClientSession(
            EventLoop loop,
            Supplier<ChannelFuture> socket,
            UdpChannel line,
            RoundTrip roundTrip,
            RandomGenerator random,
            UdpClientLink link,
            UdpOptions options,
            Fragments.Maker fragments,
            Host host) {
        this.loop = loop;
        this.socket = socket;
        this.line = line;
        this.roundTrip = roundTrip;
        this.random = random;
        this.link = link;
        this.options = options;
        this.fragments = fragments;
        this.timer = host.timer();
    }

    /** The server, if there is a session. */
    @Nullable
    Peer peer() {
        return peer;
    }

    boolean isOpening() {
        return handshake != null;
    }

    /** Sees to it that there is a session soon. */
    void open() {
        if (closed || peer != null || handshake != null) {
            return;
        }
        long pause = notBeforeNanos - System.nanoTime();
        if (pause > 0) {
            openAfter(pause);
            return;
        }
        handshake = new Handshake();
        if (channel == null) {
            connect();
        } else {
            hello();
        }
    }

    /** After the pause that the failures so far are good for: doubled each time, less up to half of it by chance. */
    void openLater() {
        double doubled = (double) options.backoff().toNanos() * (1L << Math.min(failures, MAX_DOUBLINGS));
        openAfter((long) (Math.min(doubled, options.backoffMax().toNanos()) * (1 - random.nextDouble() / 2)));
    }

    private void openAfter(long nanos) {
        if (planned || closed) {
            return;
        }
        try {
            ScheduledFuture<?> unused = timer.schedule(() -> onLoop(this::openPlanned), nanos, TimeUnit.NANOSECONDS);
            planned = true;
        } catch (RejectedExecutionException over) {
            // the host went first: nothing is opened any more
        }
    }

    private void openPlanned() {
        planned = false;
        link.openIfWanted();
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException over) {
            // the client is closed
        }
    }

    private void connect() {
        socket.get().addListener((ChannelFuture connected) -> {
            Throwable failure = connected.cause();
            if (failure != null) {
                refused("nobody answers: " + failure.getMessage());
            } else if (closed) {
                connected.channel().close();
            } else {
                channel = connected.channel();
                hello();
            }
        });
    }

    private void hello() {
        Handshake under = handshake;
        if (under != null && channel != null) {
            under.sent(System.nanoTime(), roundTrip, random);
            line.sendToStranger(Datagrams.NO_SESSION, null, under);
        }
    }

    /** @param wanted whether anything waits for a session still */
    void tick(long nowNanos, boolean wanted) {
        Handshake under = handshake;
        if (under != null && !wanted) {
            handshake = null;
        } else if (under != null && under.isDue(nowNanos)) {
            hello();
        }
    }

    /** A server's word to somebody without a session. */
    void answered(int type, ByteBuf in) {
        Handshake under = handshake;
        if (under == null || type != Types.COOKIE && type != Types.WELCOME) {
            throw new BadDatagram(under == null ? Reason.COOKIE : Reason.TYPE);
        }
        if (type == Types.COOKIE) {
            under.cookie(in);
            hello();
        } else {
            Peer welcomed = new Peer(under.welcome(in), null, fragments.make());
            handshake = null;
            failures = 0;
            peer = welcomed;
            link.up(welcomed);
        }
    }

    /** The attempt came to nothing. */
    void refused(String why) {
        if (handshake != null) {
            handshake = null;
            failures++;
            notBeforeNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MIN_PAUSE_MILLIS);
            link.unreachable(why);
        }
    }

    /** There is no session any more. */
    void drop() {
        peer = null;
    }

    void close() {
        closed = true;
        peer = null;
        handshake = null;
        if (channel != null) {
            channel.close();
        }
    }
}
