package anywire.transport.udp;

import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One socket, and what all its sessions share. */
final class UdpServer implements Server {
    private static final int SWEEP_MILLIS = 500;

    private final Endpoint at;
    private final UdpOptions options;
    private final Host host;
    private final Routes routes;
    private final UdpSocket socket;
    private final UdpCounters counters = new UdpCounters();
    private final ServerSessions sessions;
    private final LeaseTopics topics;
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> sweeping;
    private @Nullable Channel bound;
    private int port;

    private UdpServer(Endpoint at, List<Service> services, Host host) {
        this.at = at;
        this.options = UdpOptions.of(at);
        this.host = host;
        this.routes = new Routes(services, host);
        Seal seal = options.seal(host);
        this.socket = UdpSocket.open(options, "udp-server", host);
        this.sessions = new ServerSessions(this, seal);
        this.topics = new LeaseTopics(options.maxBodyBytes(), sessions.mailbox());
    }

    static UdpServer bind(Endpoint at, List<Service> services, Host host) {
        UdpServer server = new UdpServer(at, services, host);
        try {
            server.listen();
            return server;
        } catch (RuntimeException | Error e) {
            server.socket.close();
            throw e;
        }
    }

    private void listen() {
        ChannelFuture binding = socket.bind(sessions.line(), new InetSocketAddress(at.host(), at.port()))
                .awaitUninterruptibly();
        Throwable failure = binding.cause();
        if (failure != null) {
            throw new TransportException.Unreachable(
                    "can't listen on " + at.address() + ": " + failure.getMessage(), failure);
        }
        port = ((InetSocketAddress) binding.channel().localAddress()).getPort();
        bound = binding.channel();
        routes.serving(topics);
        // Whatever comes finds services that know how to push.
        binding.channel().config().setAutoRead(true);
        sweeping = host.timer()
                .scheduleWithFixedDelay(
                        () -> onLoop(sessions::sweep), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public URI address() {
        return URI.create("udp://" + at.host() + ":" + port);
    }

    @Override
    public Map<String, String> facts() {
        return UdpClient.facts(socket, options);
    }

    @Override
    public Map<String, Long> counts() {
        return counters.all();
    }

    EventLoop loop() {
        return socket.loop();
    }

    Host host() {
        return host;
    }

    UdpCounters counters() {
        return counters;
    }

    UdpOptions options() {
        return options;
    }

    Routes routes() {
        return routes;
    }

    LeaseTopics topics() {
        return topics;
    }

    boolean knows(ServerSession session) {
        return sessions.knows(session);
    }

    private boolean onLoop(Runnable task) {
        try {
            loop().execute(task);
            return true;
        } catch (RejectedExecutionException over) {
            return false;
        }
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        boolean mayWait = !loop().inEventLoop();
        boolean ignored = onLoop(sessions::closing);
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        if (mayWait) {
            boolean unused = routes.drain(options.drain());
        }
        CountDownLatch told = new CountDownLatch(1);
        boolean telling = onLoop(() -> {
            sessions.mailbox().run();
            sessions.close();
            told.countDown();
        });
        if (mayWait && telling) {
            try {
                boolean unused = told.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (bound != null) {
            ChannelFuture deaf = bound.close();
            boolean unused = mayWait && deaf.awaitUninterruptibly(1, TimeUnit.SECONDS);
        }
        topics.close();
        routes.stopped(topics);
        socket.close();
    }
}
