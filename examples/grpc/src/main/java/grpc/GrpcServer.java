package grpc;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Operation;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import anywire.transport.kit.Topics;
import io.grpc.HandlerRegistry;
import io.grpc.ServerMethodDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A gRPC server whose methods are the services' operations. */
final class GrpcServer implements Server {
    private final Endpoint at;
    private final Routes routes;
    private final Topics<Hearer> topics;
    private final Loop loop;
    private final io.grpc.Server server;
    private int port;
    private final AtomicBoolean closing = new AtomicBoolean();

    final LongAdder eventsDropped = new LongAdder();
    final LongAdder pushesLost = new LongAdder();

    private GrpcServer(Endpoint at, List<Service> services, Host host) {
        this.at = at;
        this.routes = new Routes(services, host);
        this.topics = new Topics<>(maxBodyBytes());
        this.loop = Loop.start("grpc-server", host);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress(at.host(), at.port()))
                .bossEventLoopGroup(loop.group())
                .workerEventLoopGroup(loop.group())
                .channelType(Loop.serverChannel())
                .maxInboundMessageSize(maxBodyBytes())
                .fallbackHandlerRegistry(new Methods());
        if (at.get(GrpcTransport.CALLBACKS) == GrpcTransport.Callbacks.DIRECT) {
            builder.directExecutor();
        }
        this.server = builder.build();
    }

    static GrpcServer start(Endpoint at, List<Service> services, Host host) {
        GrpcServer started = new GrpcServer(at, services, host);
        started.routes.serving(started.topics);
        try {
            started.server.start();
            started.port = started.server.getPort();
            return started;
        } catch (IOException e) {
            started.loop.close();
            throw new TransportException.Unreachable("can't listen on " + at.address() + ": " + e.getMessage(), e);
        }
    }

    private final class Methods extends HandlerRegistry {
        private final Map<String, ServerMethodDefinition<byte[], byte[]>> byName = new HashMap<>();

        private Methods() {
            for (Operation operation : routes.operations()) {
                byName.put(
                        operation.path(),
                        ServerMethodDefinition.create(
                                GrpcNames.method(operation),
                                (call, headers) -> new Request(GrpcServer.this, operation, call, headers).begin()));
            }
        }

        @Override
        public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
            return byName.get(name);
        }
    }

    int maxBodyBytes() {
        return at.get(GrpcTransport.MAX_BODY);
    }

    Routes routes() {
        return routes;
    }

    Topics<Hearer> topics() {
        return topics;
    }

    @Override
    public URI address() {
        return URI.create("grpc://" + at.host() + ":" + port);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "io", Loop.io(), "event loops", "1", "callbacks", at.effective().get("callbacks"));
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of("eventsDropped", eventsDropped.sum(), "pushesLost", pushesLost.sum());
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        Duration drain = at.get(CommonOptions.DRAIN);
        server.shutdown();
        boolean ignored = routes.drain(drain);
        topics.close();
        server.shutdownNow();
        try {
            boolean unused = server.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.close();
        routes.stopped(topics);
    }
}
