package anywire.transport.udp;

import anywire.transport.Host;
import anywire.transport.InvalidEndpointException;
import anywire.transport.udp.UdpOptions.Io;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** An event loop, and the one socket that it is for. With epoll, many datagrams are received and sent in one call. */
final class UdpSocket {
    /** As much as the kernel allows: it cuts what is more. */
    private static final int BUFFER_BYTES = 4 << 20;

    private static final int DATAGRAMS_A_READ = 16;
    private static final int WAITING_LOW_BYTES = 512 << 10;
    private static final int WAITING_HIGH_BYTES = 2 << 20;

    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final boolean epoll;

    private UdpSocket(EventLoopGroup group, Bootstrap bootstrap, boolean epoll) {
        this.group = group;
        this.loop = group.next();
        this.bootstrap = bootstrap.group(loop);
        this.epoll = epoll;
    }

    static UdpSocket open(UdpOptions options, String purpose, Host host) {
        boolean epoll = epoll(options.io());
        int longest = Math.max(2_048, options.datagramBytes());
        Bootstrap bootstrap = new Bootstrap()
                .option(ChannelOption.SO_RCVBUF, BUFFER_BYTES)
                .option(ChannelOption.SO_SNDBUF, BUFFER_BYTES)
                .option(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(WAITING_LOW_BYTES, WAITING_HIGH_BYTES));
        if (epoll) {
            bootstrap
                    .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, longest)
                    .option(ChannelOption.RECVBUF_ALLOCATOR, new BatchedReads(DATAGRAMS_A_READ, longest));
        } else {
            bootstrap.option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(longest));
        }
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, threads(purpose, host), epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        return new UdpSocket(group, bootstrap, epoll);
    }

    private static boolean epoll(Io io) {
        if (io == Io.EPOLL && !Epoll.isAvailable()) {
            throw new InvalidEndpointException("io=epoll is not to be had here ("
                    + Epoll.unavailabilityCause().getMessage() + "): write io=nio or io=auto");
        }
        return io != Io.NIO && Epoll.isAvailable();
    }

    /** The host's threads, marked as such that clean up after Netty, without which it does not pool buffers on them. */
    private static ThreadFactory threads(String purpose, Host host) {
        ThreadFactory lent = host.threads(purpose);
        return task -> lent.newThread(() -> FastThreadLocalThread.runWithFastThreadLocal(task));
    }

    EventLoop loop() {
        return loop;
    }

    String io() {
        return epoll ? "epoll" : "nio";
    }

    /** How what comes together is received and sent. */
    String batching() {
        return epoll ? "recvmmsg, sendmmsg" : "one datagram a call";
    }

    /** A socket that hears that one address only, and learns when nobody listens there. */
    ChannelFuture connect(UdpChannel line, InetSocketAddress to) {
        return bootstrap(to).handler(line).connect(to);
    }

    /** Not read from before it is told to. */
    ChannelFuture bind(UdpChannel line, InetSocketAddress at) {
        return bootstrap(at)
                .option(ChannelOption.AUTO_READ, false)
                .handler(line)
                .bind(at);
    }

    /** For an address of version 4 a socket of that version, whose addresses need no translation each time. */
    private Bootstrap bootstrap(InetSocketAddress at) {
        SocketProtocolFamily family =
                at.getAddress() instanceof Inet4Address ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
        ChannelFactory<DatagramChannel> factory =
                epoll ? () -> new EpollDatagramChannel(family) : () -> new NioDatagramChannel(family);
        return bootstrap.clone().channelFactory(factory);
    }

    /** Closes the socket and ends the thread; waits for that unless called on it. */
    void close() {
        Future<?> ignored = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        if (!loop.inEventLoop()) {
            loop.terminationFuture().awaitUninterruptibly(2, TimeUnit.SECONDS);
        }
    }
}
