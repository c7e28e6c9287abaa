package anywire.transport.inproc;

import anywire.transport.Body;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Format;
import anywire.transport.Host;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Services under a port number, and who listens to which topic. */
final class InProcessServer implements Server, Publisher {
    private final Routes routes;
    private final Duration drain;
    private final ConcurrentHashMap<Heard, CopyOnWriteArrayList<InProcessSubscription>> listening =
            new ConcurrentHashMap<>();
    private final Set<InProcessClient> clients = ConcurrentHashMap.newKeySet();
    private final LongAdder refusedEvents = new LongAdder();
    private final int port;
    private final URI address;
    private volatile boolean open;

    /** A topic belongs to one push operation. */
    private record Heard(Operation push, String topic) {}

    private InProcessServer(Endpoint at, List<Service> services, Host host) {
        this.routes = new Routes(services, host);
        this.drain = at.get(CommonOptions.DRAIN);
        this.port = InProcessPorts.bind(at.port(), this);
        this.address = URI.create("inproc://" + at.host() + ":" + port);
    }

    static InProcessServer start(Endpoint at, List<Service> services, Host host) {
        InProcessServer server = new InProcessServer(at, services, host);
        server.open = true;
        server.routes.serving(server);
        InProcessPorts.opened(server.port, server);
        return server;
    }

    Routes routes() {
        return routes;
    }

    boolean isOpen() {
        return open;
    }

    void refusedEvent() {
        refusedEvents.increment();
    }

    /** The client is to be told when this server goes. */
    void meet(InProcessClient client) {
        clients.add(client);
    }

    void forget(InProcessClient client) {
        clients.remove(client);
    }

    void add(InProcessSubscription subscription) {
        listening.compute(heard(subscription), (topic, known) -> {
            CopyOnWriteArrayList<InProcessSubscription> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(subscription);
            return all;
        });
    }

    void remove(InProcessSubscription subscription) {
        listening.computeIfPresent(heard(subscription), (topic, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    private static Heard heard(InProcessSubscription subscription) {
        return new Heard(subscription.call().operation(), subscription.topic());
    }

    @Override
    public CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item) {
        if (!open) {
            return CompletableFuture.failedFuture(new TransportException.Closed("the server is closed", false));
        }
        Map<Format, Body> bodies = new HashMap<>();
        for (String topic : topics) {
            List<InProcessSubscription> all = listening.get(new Heard(push, Topic.check(topic)));
            if (all != null) {
                for (InProcessSubscription subscription : all) {
                    Body body = bodies.computeIfAbsent(subscription.call().accept(), item::as);
                    if (body.size() > InProcess.MAX_BODY_BYTES) {
                        return CompletableFuture.failedFuture(InProcessClient.tooLarge(body, false));
                    }
                    subscription.push(body);
                }
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("wire", "method calls within one JVM");
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of("refusedEvents", refusedEvents.sum());
    }

    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        boolean ignored = routes.drain(drain);
        open = false;
        listening.clear();
        routes.stopped(this);
        clients.forEach(client -> client.lost(this));
        clients.clear();
        InProcessPorts.free(port, this);
    }
}
