package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Operation.Kind;
import anywire.transport.Option;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Subscription;
import anywire.transport.Transport;
import anywire.transport.TransportException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One check's own host, lab, server and clients. Started when first asked for; closing it looks for what is left. */
final class CheckRig implements AutoCloseable {
    private static final Duration BRIEF = Duration.ofMillis(300);

    private final TestedTransport site;
    private final TckHost host;
    private final Lab lab;
    private final List<WatchedClient> clients = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final Set<URI> addresses = new LinkedHashSet<>();
    private Endpoint endpoint;
    private @Nullable URI address;
    private @Nullable Server server;
    private @Nullable Client client;

    CheckRig(TestedTransport site) {
        this.site = site;
        this.endpoint = site.endpoint();
        this.host = new TckHost(site.secrets());
        this.lab = new Lab(site.serviceName());
    }

    Transport transport() {
        return site.transport();
    }

    Guarantees guarantees() {
        return site.guarantees();
    }

    boolean hasCompanion() {
        return site.hasCompanion();
    }

    Map<String, String> secrets() {
        return site.secrets();
    }

    Lab lab() {
        return lab;
    }

    TckHost host() {
        return host;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** For the server and clients that are yet to be made. */
    <T> CheckRig with(Option<T> option, T value) {
        endpoint = endpoint.with(option, value);
        return this;
    }

    /** The server; after {@link #stop}, one more at the same address. */
    Server server() {
        Server running = server;
        if (running == null) {
            running = serve(address == null ? endpoint : endpoint.at(address), List.of(lab));
            server = running;
            address = running.address();
        }
        return running;
    }

    /** A server besides {@link #server()}. */
    Server serve(Endpoint at, List<Service> services) {
        Server started = transport().serve(at, services, host);
        servers.add(started);
        addresses.add(started.address());
        return started;
    }

    void restartCompanion() throws Exception {
        site.restartCompanion();
    }

    void stop() {
        server().close();
        server = null;
    }

    /** The one client of checks that need no second. */
    Client client() {
        Client known = client;
        if (known == null) {
            known = newClient();
            client = known;
        }
        return known;
    }

    Client newClient() {
        return clientOf(server());
    }

    Client clientOf(Server target) {
        return connect(endpoint.at(target.address()), host);
    }

    Client connect(Endpoint to, Host lender) {
        WatchedClient connected = new WatchedClient(transport().connect(to, lender));
        clients.add(connected);
        return connected;
    }

    /** Where nobody listens: a port that was bound a moment ago. */
    Endpoint deserted() {
        Server brief = serve(endpoint, List.of(lab));
        brief.close();
        return endpoint.at(brief.address());
    }

    /** Publishes through the server, and waits until it is on its way. */
    void publish(String topic, byte[] bytes) throws InterruptedException {
        Wait.value(publishing(Set.of(topic), bytes));
    }

    CompletableFuture<Void> publishing(Set<String> topics, byte[] bytes) {
        server();
        return lab.publisher().publish(lab.feed, topics, format -> new Body(format, bytes));
    }

    Subscription subscribe(String topic, Ear ear) throws InterruptedException {
        return Wait.value(client().subscribe(feed(), topic, ear));
    }

    Call feed() {
        return Requests.ask(lab.feed, new byte[0]);
    }

    /** A round trip that proves the transport in good health. */
    void stillWorks(Client with) throws InterruptedException {
        byte[] hello = "still there?".getBytes(StandardCharsets.UTF_8);
        byte[] answer = Wait.done(with.call(Requests.ask(lab.echo, hello))).bytes();
        if (!java.util.Arrays.equals(hello, answer)) {
            throw new AssertionError("a good call got another's answer");
        }
    }

    /**
     * A time that will be over soon, and not before what is sent now has arrived: longer where that takes longer, as on a
     * busy machine.
     */
    Duration brief() throws InterruptedException {
        long slowestNanos = 0;
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            if (guarantees().kinds().contains(Kind.CALL)) {
                stillWorks(client());
            }
            if (guarantees().kinds().contains(Kind.EVENT)) {
                Wait.value(client().send(Requests.ask(lab.note, "soon over")));
            }
            // The first one connects, and does not count.
            slowestNanos = i == 0 ? 0 : Math.max(slowestNanos, System.nanoTime() - begun);
        }
        Duration many = Duration.ofNanos(20 * slowestNanos);
        return many.compareTo(BRIEF) > 0 ? many : BRIEF;
    }

    @Override
    public void close() {
        try {
            lab.openGate();
            clients.forEach(Client::close);
            lab.releaseHeld();
            servers.forEach(Server::close);
            Wait.until(
                    "every future has an outcome once the client is closed",
                    () -> clients.stream().allMatch(each -> each.open() == 0));
            awaitNoThread();
            if (!hasCompanion()) {
                addresses.forEach(this::requireFree);
                awaitNoThread();
            }
        } finally {
            host.close();
        }
    }

    private void awaitNoThread() {
        Wait.until("no lent thread is left once client and server are closed", () -> host.lentThreadsAlive() == 0);
    }

    private void requireFree(URI bound) {
        try {
            transport().serve(endpoint.at(bound), List.of(lab), host).close();
        } catch (TransportException e) {
            throw new AssertionError(bound + " is still bound once its server is closed", e);
        }
    }
}
