package anywire.transport.http;

import anywire.transport.Host;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.Version;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The event loops of one end. None has a thread before it is given something to do. */
record HttpLoops(EventLoopGroup group, IoMode io) {
    static HttpLoops make(int threads, String purpose, Host host) {
        IoMode io = IoMode.best();
        return new HttpLoops(new MultiThreadIoEventLoopGroup(threads, fast(host.threads(purpose)), io.handlers()), io);
    }

    /** Netty keeps its buffers and recyclers by thread, and quickly only where it knows the thread as its own. */
    private static ThreadFactory fast(ThreadFactory threads) {
        return task -> threads.newThread(() -> FastThreadLocalThread.runWithFastThreadLocal(task));
    }

    /** As facts have it: {@code netty 4.2.18.Final}. */
    static String library() {
        Version netty = Version.identify().get("netty-codec-http");
        return "netty " + (netty == null ? "of unknown version" : netty.artifactVersion());
    }

    /** As facts have it: {@code epoll}. */
    String ioName() {
        return io.name().toLowerCase(Locale.ROOT);
    }

    /** Closes what channels there are and ends the threads; waits for that, unless called on one of them. */
    void close() {
        Future<?> ended = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        for (EventExecutor loop : group) {
            if (loop.inEventLoop()) {
                return;
            }
        }
        ended.awaitUninterruptibly();
    }
}
