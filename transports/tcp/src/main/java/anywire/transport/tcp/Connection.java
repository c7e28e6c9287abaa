package anywire.transport.tcp;

import anywire.transport.tcp.BadFrame.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderException;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One live connection, either end of it: cuts bytes into frames, flushes what reading caused, looks after silence, and
 * ends what is no connection of ours. All on the channel's event loop.
 */
final class Connection extends ByteToMessageDecoder {
    /** What an end does with a connection. */
    interface Peer {
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

    private final Peer peer;
    private final Outbox outbox;
    private final Counters counters;
    private final int maxLength;
    private final long idleNanos;

    private boolean heard = true;
    private boolean asked;
    private boolean broken;
    private String why = "the peer closed the connection";
    private @Nullable ScheduledFuture<?> watch;

    Connection(Peer peer, Outbox outbox, TcpOptions options, Counters counters) {
        this.peer = peer;
        this.outbox = outbox;
        this.counters = counters;
        this.maxLength = TcpFrames.maxLength(options.maxBodyBytes());
        this.idleNanos = options.idle().toNanos();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        counters.connections.increment();
        outbox.attach(ctx);
        watch = ctx.executor().scheduleWithFixedDelay(() -> listen(ctx), idleNanos, idleNanos, TimeUnit.NANOSECONDS);
        peer.up(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
        outbox.reading();
        super.channelRead(ctx, bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        outbox.readComplete();
        super.channelReadComplete(ctx);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
        }
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
        ctx.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        boolean writable = ctx.channel().isWritable();
        peer.writable(ctx, writable);
        if (writable) {
            outbox.run();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        Throwable cause =
                failure instanceof DecoderException && failure.getCause() != null ? failure.getCause() : failure;
        if (broken) {
            return;
        }
        if (cause instanceof BadFrame bad) {
            counters.badFrame(bad.reason());
            end(ctx, "the peer does not speak this protocol: " + bad.getMessage());
        } else {
            end(ctx, "the connection broke: " + cause.getMessage());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        super.channelInactive(ctx);
        broken = true;
        ScheduledFuture<?> watching = watch;
        if (watching != null) {
            watching.cancel(false);
            watch = null;
            outbox.detach();
            peer.down(why);
        }
    }
}
