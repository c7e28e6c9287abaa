package anywire.transport.tcp;

import static io.netty.handler.codec.ByteToMessageDecoder.MERGE_CUMULATOR;

import anywire.transport.Host;
import anywire.transport.tcp.BadFrame.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One live connection, either end of it: cuts bytes into frames, flushes what reading caused, looks after silence, and
 * ends what is no connection of ours. All on the channel's event loop.
 */
final class Connection extends ChannelInboundHandlerAdapter {
    /** What an end does with a connection. */
    interface Peer {
        /** There will be none. */
        default void unreachable(String why) {}

        /** Frames may be sent from now on. */
        void up(ChannelHandlerContext channel);

        /**
         * A frame has arrived.
         *
         * @param in at what follows the header
         * @param end where the frame ends in it
         * @throws BadFrame to end the connection
         */
        void frame(int type, long id, ByteBuf in, int end);

        /** The socket takes no more for now, or takes more again. */
        default void writable(ChannelHandlerContext channel, boolean writable) {}

        /** It is over. Called once if {@link #up} was. */
        void down(String why);
    }

    private static final System.Logger LOG = System.getLogger("anywire.tcp");

    private final Peer peer;
    private final Outbox outbox;
    private final TcpCounters counters;
    private final ScheduledExecutorService timer;
    private final int maxLength;
    private final long idleNanos;

    private boolean heard = true;
    private boolean asked;
    private boolean broken;
    private String why = "the peer closed the connection";
    private @Nullable ByteBuf partial;
    private @Nullable ScheduledFuture<?> watch;

    Connection(Peer peer, Outbox outbox, TcpOptions options, TcpCounters counters, Host host) {
        this.peer = peer;
        this.outbox = outbox;
        this.counters = counters;
        this.timer = host.timer();
        this.maxLength = TcpFrames.maxLength(options.maxBodyBytes());
        this.idleNanos = options.idle().toNanos();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (ctx.channel().localAddress().equals(ctx.channel().remoteAddress())) {
            // nobody listens, and the kernel gave our end that very port: keeping it would keep the server from it
            ctx.close();
            peer.unreachable("nobody listens there");
            return;
        }
        counters.connections.increment();
        outbox.attach(ctx);
        // on the host's timer: with one of its own the event loop would set an alarm each time that it waits
        watch = timer.scheduleWithFixedDelay(
                () -> ctx.executor().execute(() -> listen(ctx)), idleNanos, idleNanos, TimeUnit.NANOSECONDS);
        peer.up(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        ByteBuf before = partial;
        partial = null;
        ByteBuf in = before == null ? bytes : MERGE_CUMULATOR.cumulate(ctx.alloc(), before, bytes);
        outbox.reading();
        try {
            if (!broken) {
                decode(in);
            }
        } catch (BadFrame bad) {
            counters.badFrame(bad.reason());
            end(ctx, "the peer does not speak this protocol: " + bad.getMessage());
        } finally {
            if (in.isReadable() && !broken) {
                partial = in;
            } else {
                in.release();
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        outbox.readComplete();
        if (partial != null) {
            partial.discardSomeReadBytes();
        }
    }

    /** Takes whole frames off, and leaves what is part of one. */
    private void decode(ByteBuf in) {
        while (in.readableBytes() >= TcpFrames.LENGTH_BYTES) {
            int start = in.readerIndex();
            int length = in.getInt(start);
            if (length < TcpFrames.MIN_LENGTH || length > maxLength) {
                throw new BadFrame(Reason.LENGTH);
            }
            int end = start + TcpFrames.LENGTH_BYTES + length;
            if (end > in.writerIndex()) {
                return;
            }
            heard = true;
            in.skipBytes(TcpFrames.LENGTH_BYTES);
            frame(in, end);
            in.readerIndex(end);
        }
    }

    private void frame(ByteBuf in, int end) {
        if (in.readByte() != TcpFrames.VERSION) {
            throw new BadFrame(Reason.VERSION);
        }
        int type = in.readByte();
        long id = in.readLong();
        switch (type) {
            case TcpFrames.PING -> send(TcpFrames.PONG, id);
            case TcpFrames.PONG -> {}
            default -> peer.frame(type, id, in, end);
        }
    }

    private void send(int type, long id) {
        TcpFrames.bare(outbox.frame(TcpFrames.HEADER_BYTES), type, id);
        outbox.flushSoon();
    }

    /** Whole frames alone count as signs of life, so that a trickle of bytes does not keep a connection. */
    private void listen(ChannelHandlerContext ctx) {
        if (broken) {
            return;
        }
        if (heard) {
            heard = false;
            asked = false;
        } else if (!asked) {
            asked = true;
            send(TcpFrames.PING, 0);
        } else {
            counters.silentPeers.increment();
            end(ctx, "the peer has gone silent");
        }
    }

    private void end(ChannelHandlerContext ctx, String reason) {
        broken = true;
        why = reason;
        LOG.log(
                System.Logger.Level.DEBUG,
                "closing the connection with {0}: {1}",
                ctx.channel().remoteAddress(),
                reason);
        ctx.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        boolean writable = ctx.channel().isWritable();
        peer.writable(ctx, writable);
        if (writable) {
            outbox.run();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (!broken) {
            end(ctx, "the connection broke: " + failure.getMessage());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        broken = true;
        ByteBuf rest = partial;
        if (rest != null) {
            partial = null;
            rest.release();
        }
        ScheduledFuture<?> watching = watch;
        if (watching != null) {
            watching.cancel(false);
            watch = null;
            outbox.detach();
            peer.down(why);
        }
    }
}
