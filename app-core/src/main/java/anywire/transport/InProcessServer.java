package anywire.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Services under a port number, the calls that run there, and who listens to which topic. */
final class InProcessServer implements Server, Publisher {
    private final Routes routes;
    private final Duration drain;
    private final ConcurrentHashMap<String, CopyOnWriteArrayList<InProcessSubscription>> listening =
            new ConcurrentHashMap<>();
    private final Set<InProcessClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch idle = new CountDownLatch(1);
    private final int port;
    private final URI address;
    private volatile boolean open;
    private volatile boolean closing;

    private InProcessServer(Endpoint at, List<Service> services, Host host) {
        this.routes = new Routes(services, host);
        this.drain = at.get(CommonOptions.DRAIN);
        this.port = InProcessPorts.bind(at.port(), this);
        this.address = URI.create("inproc://" + at.host() + ":" + port);
    }

    static InProcessServer start(Endpoint at, List<Service> services, Host host) {
        InProcessServer server = new InProcessServer(at, services, host);
        server.routes.serving(server);
        server.open = true;
        InProcessPorts.opened(server.port, server);
        return server;
    }

    Routes routes() {
        return routes;
    }

    boolean isOpen() {
        return open;
    }

    /** @return false if the server takes no more; otherwise {@link #ended} must follow */
    boolean began() {
        running.getAndIncrement();
        if (open) {
            return true;
        }
        ended();
        return false;
    }

    void ended() {
        if (running.decrementAndGet() == 0 && closing) {
            idle.countDown();
        }
    }

    /** The client is to be told when this server goes. */
    void meet(InProcessClient client) {
        clients.add(client);
    }

    void forget(InProcessClient client) {
        clients.remove(client);
    }

    void add(InProcessSubscription subscription) {
        listening.compute(subscription.topic(), (topic, known) -> {
            CopyOnWriteArrayList<InProcessSubscription> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(subscription);
            return all;
        });
    }

    void remove(InProcessSubscription subscription) {
        listening.computeIfPresent(subscription.topic(), (topic, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public CompletableFuture<Void> publish(Set<String> topics, Body item) {
        if (item.size() > InProcess.MAX_BODY_BYTES) {
            return CompletableFuture.failedFuture(InProcessClient.tooLarge(item, false));
        }
        for (String topic : topics) {
            List<InProcessSubscription> all = listening.get(topic);
            if (all != null) {
                all.forEach(subscription -> subscription.push(item));
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
    public void close() {
        open = false;
        closing = true;
        if (running.get() == 0) {
            idle.countDown();
        }
        try {
            boolean ignored = idle.await(drain.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listening.clear();
        clients.forEach(client -> client.lost(this));
        clients.clear();
        InProcessPorts.free(port, this);
    }
}
