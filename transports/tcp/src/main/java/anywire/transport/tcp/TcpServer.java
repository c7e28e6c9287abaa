package anywire.transport.tcp;

import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import anywire.transport.kit.Topics;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Accepts connections, and holds what they share. */
final class TcpServer implements Server {
    private static final int BACKLOG = 1024;
    private static final long DRAIN_POLL_NANOS = 1_000_000;

    private final Endpoint at;
    private final TcpOptions options;
    private final Host host;
    private final Routes routes;
    private final OperationPaths paths;
    private final Topics<TcpSubscriber> topics;
    private final EventLoops loops;
    private final TcpCounters counters = new TcpCounters();
    private final Set<TcpServerLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable Channel listening;
    private int port;

    private TcpServer(Endpoint at, List<Service> services, Host host) {
        this.at = at;
        this.options = TcpOptions.of(at);
        this.host = host;
        this.routes = new Routes(services, host);
        this.paths = new OperationPaths(routes.operations());
        this.topics = new Topics<>(options.maxBodyBytes());
        this.loops = EventLoops.start(options, "tcp-server", host);
    }

    static TcpServer bind(Endpoint at, List<Service> services, Host host) {
        TcpServer server = new TcpServer(at, services, host);
        try {
            server.listen();
            return server;
        } catch (RuntimeException | Error e) {
            server.loops.close();
            throw e;
        }
    }

    private void listen() {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false) // nobody is let in before the services know how to push
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, TcpServer.waterMark())
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new TcpServerLink(TcpServer.this, channel).connection());
                    }
                })
                .bind(new InetSocketAddress(at.host(), at.port()))
                .awaitUninterruptibly();
        Throwable failure = bound.cause();
        if (failure != null) {
            throw new TransportException.Unreachable(
                    "can't listen on " + at.address() + ": " + failure.getMessage(), failure);
        }
        listening = bound.channel();
        port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
        routes.serving(topics);
        bound.channel().config().setAutoRead(true);
    }

    /** How much may wait in a connection before its sender waits too. */
    static WriteBufferWaterMark waterMark() {
        return new WriteBufferWaterMark(128 * 1024, 512 * 1024);
    }

    @Override
    public URI address() {
        return URI.create("tcp://" + at.host() + ":" + port);
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("io", loops.io());
        facts.put("flush", "once a read, once a drained queue");
        facts.put("nagle", "off");
        facts.put("event loops", String.valueOf(options.ioThreads()));
        return facts;
    }

    @Override
    public Map<String, Long> counts() {
        return counters.all();
    }

    Host host() {
        return host;
    }

    TcpCounters counters() {
        return counters;
    }

    TcpOptions options() {
        return options;
    }

    Routes routes() {
        return routes;
    }

    OperationPaths paths() {
        return paths;
    }

    Topics<TcpSubscriber> topics() {
        return topics;
    }

    /** @return false if it is one too many */
    boolean admit(TcpServerLink link) {
        if (closing.get() || links.size() >= options.maxConnections()) {
            counters.turnedAway.increment();
            return false;
        }
        links.add(link);
        return true;
    }

    void forget(TcpServerLink link) {
        links.remove(link);
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        boolean mayWait = !loops.isCurrentThread();
        if (listening != null) {
            ChannelFuture deaf = listening.close();
            boolean ignored = mayWait && deaf.awaitUninterruptibly(1, TimeUnit.SECONDS);
        }
        if (mayWait) {
            long deadline = System.nanoTime() + options.drain().toNanos();
            boolean ignored = routes.drain(options.drain());
            links.forEach(TcpServerLink::close);
            while (!links.isEmpty() && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(DRAIN_POLL_NANOS);
            }
        }
        topics.close();
        routes.stopped(topics);
        loops.close();
    }
}
