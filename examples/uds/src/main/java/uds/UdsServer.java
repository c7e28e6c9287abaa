package uds;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import anywire.transport.kit.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Listens at a socket file, and gives each connection a {@link Session} with a thread of its own. */
final class UdsServer implements Server {
    private static final long POLL_NANOS = 1_000_000;

    private final Endpoint at;
    private final Path file;
    private final Host host;
    private final Routes routes;
    private final Topics<Session.Hearer> topics;
    private final ServerSocketChannel listening;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closing = new AtomicBoolean();

    final LongAdder connections = new LongAdder();
    final LongAdder eventsDropped = new LongAdder();
    final LongAdder pushesLost = new LongAdder();
    final LongAdder brokenConnections = new LongAdder();

    private UdsServer(Endpoint at, List<Service> services, Host host) {
        this.at = at;
        this.host = host;
        this.routes = new Routes(services, host);
        this.topics = new Topics<>(at.get(UdsTransport.MAX_BODY));
        this.file = at.path().isEmpty() ? fresh() : Path.of(at.path());
        try {
            this.listening = bind(file);
        } catch (IOException e) {
            throw new TransportException.Unreachable("can't listen at " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path fresh() {
        return Path.of(System.getProperty("java.io.tmpdir"), "uds-" + UUID.randomUUID());
    }

    private static ServerSocketChannel bind(Path file) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(file);
        if (isDead(address)) {
            Files.delete(file);
        }
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** A socket file outlives a server that was killed: then nobody answers there. */
    private static boolean isDead(UnixDomainSocketAddress address) throws IOException {
        Path file = address.getPath();
        if (!Files.exists(file)
                || !Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
            return false;
        }
        try (SocketChannel probe = SocketChannel.open(address)) {
            return !probe.isConnected();
        } catch (IOException nobody) {
            return true;
        }
    }

    /** The services are told how to push before anybody is let in. */
    static UdsServer start(Endpoint at, List<Service> services, Host host) {
        UdsServer server = new UdsServer(at, services, host);
        server.routes.serving(server.topics);
        host.threads("uds-server").newThread(server::accept).start();
        return server;
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                serve(listening.accept());
            } catch (IOException e) {
                LockSupport.parkNanos(POLL_NANOS); // closed, or there are too many open files
            }
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        try {
            Session session = new Session(this, channel);
            sessions.add(session);
            connections.increment();
            host.threads("uds-session").newThread(session).start();
            if (closing.get()) {
                session.close(0); // it came between the last look at the door and its closing
            }
        } catch (UncheckedIOException e) {
            channel.close();
        }
    }

    @Override
    public URI address() {
        return URI.create("uds://" + file.toUri().getRawPath());
    }

    @Override
    public Map<String, String> facts() {
        return UdsConnection.FACTS;
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of(
                "connections", connections.sum(),
                "eventsDropped", eventsDropped.sum(),
                "pushesLost", pushesLost.sum(),
                "brokenConnections", brokenConnections.sum());
    }

    Routes routes() {
        return routes;
    }

    Topics<Session.Hearer> topics() {
        return topics;
    }

    int maxBodyBytes() {
        return at.get(UdsTransport.MAX_BODY);
    }

    void over(Session session) {
        sessions.remove(session);
    }

    /** Nobody new; then what runs may finish and be answered; then the rest is cut off. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        long deadline = System.nanoTime() + at.get(CommonOptions.DRAIN).toNanos();
        try {
            listening.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // then the file stays, and the next server finds nobody answering there
        }
        boolean ignored = routes.drain(at.get(CommonOptions.DRAIN));
        sessions.forEach(session -> session.close(Math.max(0, deadline - System.nanoTime())));
        while (!sessions.isEmpty()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        topics.close();
        routes.stopped(topics);
    }
}
