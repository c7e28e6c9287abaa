package anywire.bench.engine.runner;

import anywire.host.Questions;
import anywire.host.Role;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Netty's datagrams with nothing around them: an echo, and a client that keeps so many in flight. */
final class BareDatagrams {
    private static final int LONGEST = 2_048;
    private static final int DATAGRAMS_A_READ = 16;
    private static final int BUFFER_BYTES = 4 << 20;
    private static final int BYTES = 100;

    private BareDatagrams() {}

    record Listen() {}

    record Listening(int port) {}

    record Ask(int port, int inFlight, long nanos) {}

    record Answered(double perSecond) {}

    private static Channel bound(MultiThreadIoEventLoopGroup group, ChannelInboundHandlerAdapter handler)
            throws InterruptedException {
        return new Bootstrap()
                .group(group)
                .channel(EpollDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, BUFFER_BYTES)
                .option(ChannelOption.SO_SNDBUF, BUFFER_BYTES)
                .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, LONGEST)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAMS_A_READ * LONGEST))
                .handler(handler)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    private static MultiThreadIoEventLoopGroup oneLoop() {
        return new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    }

    public static final class Server implements Role {
        private final MultiThreadIoEventLoopGroup group = oneLoop();

        @Override
        public void answers(Questions on) {
            on.on(Listen.class, asked -> {
                Channel bound = bound(group, new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object message) {
                        DatagramPacket in = (DatagramPacket) message;
                        context.write(new DatagramPacket(in.content(), in.sender()), context.voidPromise());
                    }

                    @Override
                    public void channelReadComplete(ChannelHandlerContext context) {
                        context.flush();
                    }
                });
                return new Listening(((InetSocketAddress) bound.localAddress()).getPort());
            });
        }

        @Override
        public void close() {
            var unused = group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        }
    }

    public static final class Client implements Role {
        private final MultiThreadIoEventLoopGroup group = oneLoop();

        @Override
        public void answers(Questions on) {
            on.on(Ask.class, this::ask);
        }

        private Record ask(Ask asked) throws InterruptedException {
            InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), asked.port());
            Echoes echoes = new Echoes(server);
            Channel channel = bound(group, echoes);
            try {
                long begun = System.nanoTime();
                for (int i = 0; i < asked.inFlight(); i++) {
                    channel.write(new DatagramPacket(Unpooled.wrappedBuffer(new byte[BYTES]), server));
                }
                channel.flush();
                Thread.sleep(TimeUnit.NANOSECONDS.toMillis(asked.nanos()));
                return new Answered(echoes.answered * 1e9 / (System.nanoTime() - begun));
            } finally {
                channel.close().sync();
            }
        }

        @Override
        public void close() {
            var unused = group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        }
    }

    /** Each echo sends the next. */
    private static final class Echoes extends ChannelInboundHandlerAdapter {
        private final InetSocketAddress server;
        private volatile long answered;

        private Echoes(InetSocketAddress server) {
            this.server = server;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf content = ((DatagramPacket) message).content();
            long soFar = answered + 1;
            answered = soFar;
            context.write(new DatagramPacket(content, server), context.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
