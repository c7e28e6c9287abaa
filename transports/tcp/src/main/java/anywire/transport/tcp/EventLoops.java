package anywire.transport.tcp;

import anywire.transport.Host;
import anywire.transport.InvalidEndpointException;
import anywire.transport.tcp.TcpOptions.Io;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The event loops of one client or server, and the kind of channel that goes with them. */
record EventLoops(
        EventLoopGroup group,
        Class<? extends Channel> channel,
        Class<? extends ServerChannel> serverChannel,
        String io) {

    static EventLoops start(TcpOptions options, String purpose, Host host) {
        boolean epoll = epoll(options.io());
        IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(options.ioThreads(), threads(purpose, host), handlers);
        return epoll
                ? new EventLoops(group, EpollSocketChannel.class, EpollServerSocketChannel.class, "epoll")
                : new EventLoops(group, NioSocketChannel.class, NioServerSocketChannel.class, "nio");
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

    boolean isCurrentThread() {
        for (EventExecutor loop : group) {
            if (loop.inEventLoop()) {
                return true;
            }
        }
        return false;
    }

    /** Closes what channels there are and ends the threads; waits for that unless called on one of them. */
    void close() {
        Future<?> ignored = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        if (!isCurrentThread()) {
            for (EventExecutor loop : group) {
                loop.terminationFuture().awaitUninterruptibly(2, TimeUnit.SECONDS);
            }
        }
    }
}
