package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import anywire.transport.udp.Seal.Direction;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One socket: cuts messages into datagrams, seals them and sends what came together in one go; opens what arrives. What the
 * socket has no room for is dropped, as the network would. On the event loop.
 */
@ChannelHandler.Sharable // an attempt that failed leaves it for the next
final class UdpChannel extends ChannelInboundHandlerAdapter {
    /** Where the parts of what arrives go. */
    interface End {
        /**
         * @param sender as the network says
         * @return who is known under that session, or null
         */
        @Nullable
        Peer peer(long session, InetSocketAddress sender);

        /** Somebody known has sent something of that message: a piece, or all. */
        default void heard(Peer from, int type, long number) {}

        /** A message of somebody known. May throw {@link BadDatagram}. */
        void message(Peer from, int type, long number, ByteBuf in);

        /**
         * A piece of somebody who isn't known under that session. May throw {@link BadDatagram}.
         *
         * @param datagramBytes how long the datagram was: nothing longer is to go back
         */
        void peer(long session, InetSocketAddress from, int type, long number, ByteBuf in, int datagramBytes);

        /** All that came together has been handed on. */
        default void readComplete() {}

        /** Nobody listens there. */
        default void refused() {}
    }

    private static final System.Logger LOG = System.getLogger("anywire.udp");

    private final End end;
    private final Seal seal;
    private final Direction out;
    private final Direction in;
    private final UdpCounters counters;
    private final int roomBytes;
    private final Runnable flush = this::flushNow;

    private @Nullable ChannelHandlerContext socket;
    private boolean reading;
    private boolean flushDue;
    private int unflushed;

    /** @param datagramBytes how long a datagram may be */
    UdpChannel(End end, Seal seal, Direction out, int datagramBytes, UdpCounters counters) {
        this.end = end;
        this.seal = seal;
        this.out = out;
        this.in = out == Direction.TO_SERVER ? Direction.TO_CLIENT : Direction.TO_SERVER;
        this.counters = counters;
        this.roomBytes = datagramBytes
                - Datagrams.HEADER_BYTES
                - seal.sequenceBytes()
                - Fragments.HEADER_BYTES
                - seal.tagBytes();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        socket = ctx;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        socket = null;
    }

    /** How long the one datagram is that carries it. */
    int bytes(Message message) {
        return Datagrams.HEADER_BYTES
                + seal.sequenceBytes()
                + Fragments.HEADER_BYTES
                + message.size()
                + seal.tagBytes();
    }

    void send(Peer to, Message message) {
        send(to.session(), to, to.address(), message);
    }

    /** To somebody without a session, or whose session is none. */
    void sendToStranger(long session, @Nullable InetSocketAddress to, Message message) {
        send(session, null, to, message);
    }

    private void send(long session, @Nullable Peer peer, @Nullable InetSocketAddress to, Message message) {
        ChannelHandlerContext ctx = socket;
        if (ctx == null) {
            return;
        }
        int size = message.size();
        if (size <= roomBytes) {
            ByteBuf datagram = begin(ctx, session, peer, message, 0, 1, size);
            message.writeTo(datagram);
            finish(ctx, datagram, to);
            return;
        }
        ByteBuf whole = ctx.alloc().heapBuffer(size);
        try {
            message.writeTo(whole);
            int count = (size + roomBytes - 1) / roomBytes;
            for (int i = 0; i < count; i++) {
                int piece = Math.min(roomBytes, whole.readableBytes());
                ByteBuf datagram = begin(ctx, session, peer, message, i, count, piece);
                datagram.writeBytes(whole, piece);
                finish(ctx, datagram, to);
            }
        } finally {
            whole.release();
        }
    }

    private ByteBuf begin(
            ChannelHandlerContext ctx,
            long session,
            @Nullable Peer peer,
            Message message,
            int index,
            int count,
            int size) {
        ByteBuf datagram = ctx.alloc()
                .directBuffer(Datagrams.HEADER_BYTES
                        + seal.sequenceBytes()
                        + Fragments.HEADER_BYTES
                        + size
                        + seal.tagBytes());
        Datagrams.header(datagram, seal.key(), session);
        if (peer != null) {
            seal.number(datagram, peer);
        } else {
            datagram.writeZero(seal.sequenceBytes());
        }
        Fragments.header(datagram, message.type(), message.number(), index, count);
        return datagram;
    }

    private void finish(ChannelHandlerContext ctx, ByteBuf datagram, @Nullable InetSocketAddress to) {
        seal.close(datagram, out);
        if (!ctx.channel().isWritable()) {
            datagram.release();
            counters.sendBufferFull.increment();
            return;
        }
        ctx.write(to == null ? datagram : new DatagramPacket(datagram, to), ctx.voidPromise());
        unflushed++;
        if (!reading && !flushDue) {
            flushDue = true;
            ctx.executor().execute(flush);
        }
    }

    /** What was written goes out now. */
    void flushNow() {
        flushDue = false;
        ChannelHandlerContext ctx = socket;
        if (unflushed > 0 && ctx != null) {
            counters.datagramsSent.add(unflushed);
            counters.flushes.increment();
            unflushed = 0;
            ctx.flush();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object received) {
        DatagramPacket packet = (DatagramPacket) received;
        reading = true;
        try {
            read(packet.content(), packet.sender());
        } catch (BadDatagram bad) {
            counters.bad(bad.reason());
        } finally {
            packet.release();
        }
    }

    private void read(ByteBuf datagram, InetSocketAddress sender) {
        int start = datagram.readerIndex();
        int bytes = datagram.readableBytes();
        seal.requireKey(Datagrams.readKey(datagram));
        seal.open(datagram, start, in);
        long session = datagram.readLong();
        Peer peer = end.peer(session, sender);
        if (peer != null) {
            seal.check(datagram, peer);
        } else {
            seal.skip(datagram);
        }
        if (datagram.readableBytes() < Fragments.HEADER_BYTES) {
            throw new BadDatagram(Reason.LENGTH);
        }
        int type = datagram.readUnsignedByte();
        long number = datagram.readLong();
        int index = datagram.readUnsignedShort();
        int count = datagram.readUnsignedShort();
        if (peer == null) {
            end.peer(session, sender, type, number, datagram, bytes);
            return;
        }
        end.heard(peer, type, number);
        ByteBuf message = peer.fragments().add(type, number, index, count, datagram);
        if (message != null) {
            end.message(peer, type, number, message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        end.readComplete();
        reading = false;
        flushNow();
    }

    /** Of a datagram that found nobody, the network's answer; of anything else, a socket's mood: neither ends anything. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (failure instanceof java.net.PortUnreachableException || failure instanceof java.net.ConnectException) {
            end.refused();
        } else {
            LOG.log(System.Logger.Level.DEBUG, "a datagram was not sent or read: {0}", String.valueOf(failure));
        }
    }
}
