package anywire.bench.engine.runner;

import anywire.bench.engine.driver.DriverRole;
import anywire.bench.engine.driver.Protocol;
import anywire.bench.engine.driver.Protocol.Connect;
import anywire.bench.engine.driver.Protocol.Connected;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Network;
import anywire.bench.model.Row;
import anywire.bench.model.Row.Leg;
import anywire.bench.model.Suite;
import anywire.host.ClassPath;
import anywire.host.CompanionProcess;
import anywire.host.HostingSpec;
import anywire.host.ProcessContext;
import anywire.host.Role;
import anywire.host.RoleProcess;
import anywire.host.ServiceRole;
import anywire.host.ServiceRole.Serve;
import anywire.host.ServiceRole.ServeApart;
import anywire.host.ServiceRole.Serving;
import anywire.host.Stores;
import anywire.host.Transports;
import anywire.transport.Companion;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one row: brokers, a process for each leg, a driver. Started in steps, so that those of several rows come
 * up side by side.
 */
final class RowProcesses implements AutoCloseable {
    private final Suite suite;
    private final Row row;
    private final String prefix;
    private final ProcessContext site;
    private final Transports.Found transports = Transports.find();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, CompanionProcess> brokers = new LinkedHashMap<>();
    private final ServiceRegistry registry;
    private final Map<Network, ServiceRegistry> networks = new LinkedHashMap<>();
    private final Optional<StoreFolder> store;
    private final List<Deployment.Served> servers = new ArrayList<>();
    private boolean gated;
    private @Nullable Deployment pair;
    private @Nullable Connected connected;

    RowProcesses(Suite suite, Row row, int generation, ProcessContext site) {
        this.suite = suite;
        this.row = row;
        this.registry = new ServiceRegistry(suite, row);
        this.prefix = "generation " + generation + " " + row.name();
        this.site = site.of(row.name());
        for (Leg leg : row.legs()) {
            secrets.putAll(Secrets.of(transport(leg), endpoint(leg)));
        }
        this.store = row.store().isEmpty() ? Optional.empty() : Optional.of(StoreFolder.in(site.logs(), prefix));
    }

    /** Those that take longest come first, and are not waited for. */
    void startBrokers() throws InterruptedException {
        for (Leg leg : row.legs()) {
            Optional<Companion> companion = transport(leg).companion(endpoint(leg));
            if (companion.isPresent() && !brokers.containsKey(leg.transport())) {
                brokers.put(leg.transport(), broker(leg, companion.get()));
            }
        }
    }

    private CompanionProcess broker(Leg leg, Companion companion) throws InterruptedException {
        Class<?> adapter = transport(leg).getClass();
        ClassPath classPath = classPath(List.of(Role.class, adapter)).after(companion.libraries(), adapter);
        String which = brokers.isEmpty() ? " broker" : " broker " + (brokers.size() + 1);
        return CompanionProcess.start(prefix + which, classPath, endpoint(leg), site, secrets);
    }

    boolean brokered() {
        return !brokers.isEmpty();
    }

    void startJvms() throws InterruptedException {
        List<Class<?>> driving =
                new ArrayList<>(List.of(DriverRole.class, AskedAction.class, Role.class, Histogram.class));
        row.legs().forEach(leg -> driving.add(transport(leg).getClass()));
        if (inProcess()) {
            driving.addAll(stores());
        }
        RoleProcess driver = RoleProcess.start(prefix + " driver", DriverRole.class, classPath(driving), site);
        // At once known to close(), whatever comes next.
        pair = new Deployment(row.name(), driver, servers, List.copyOf(brokers.values()));
        for (Leg leg : inProcess() ? List.<Leg>of() : row.legs()) {
            servers.add(server(leg));
        }
    }

    void awaitBrokers() throws InterruptedException {
        for (CompanionProcess broker : brokers.values()) {
            var unused = broker.awaitStarted();
        }
    }

    private Deployment.Served server(Leg leg) throws InterruptedException {
        String name = row.legs().size() == 1 ? " server" : " " + String.join(" ", leg.services());
        return new Deployment.Served(
                RoleProcess.start(prefix + name, ServiceRole.class, classPath(serving(leg)), site), leg.services());
    }

    /** Callers of what is served from now on can be made to wait. */
    void withGates() {
        gated = true;
    }

    /** All that is started and connected, one step after the other. */
    void start() throws InterruptedException {
        startBrokers();
        startJvms();
        awaitBrokers();
        for (int leg = 0; leg < legs(); leg++) {
            serve(leg);
            awaitServed(leg);
        }
        connect();
        awaitConnected();
    }

    /** Kills the process of that leg, which has no chance to clean up. */
    void kill(int leg) throws InterruptedException {
        servers.get(leg).role().kill();
    }

    /** Starts the process of that leg again, where it was; what it had in memory is gone. */
    void restart(int leg) throws InterruptedException {
        servers.get(leg).role().close();
        servers.set(leg, server(row.legs().get(leg)));
        serve(leg);
        awaitServed(leg);
    }

    /** Which leg has that service. */
    int legOf(String service) {
        return row.legs().indexOf(row.leg(service));
    }

    /** What a leg's process needs: its own transport, those of its peers, a store. */
    private List<Class<?>> serving(Leg leg) {
        List<Class<?>> anchors =
                new ArrayList<>(List.of(Role.class, transport(leg).getClass()));
        for (String needed : ServiceRegistry.needs(leg)) {
            anchors.add(transport(row.leg(needed)).getClass());
        }
        if (leg.services().contains("storage")) {
            anchors.addAll(stores());
        }
        return anchors;
    }

    private List<Class<?>> stores() {
        return row.store().isEmpty()
                ? List.of()
                : List.of(Stores.named(row.store()).getClass());
    }

    private ClassPath classPath(List<Class<?>> anchors) {
        ClassPath ours = ClassPath.of(anchors);
        return row.build().isEmpty() ? ours : ours.of(Path.of(row.build()));
    }

    /** How many legs are to be served, one after the other: each may need those before it. */
    int legs() {
        return inProcess() ? 0 : row.legs().size();
    }

    void serve(int leg) {
        pair().servers().get(leg).role().send(new Serve(hosting(row.legs().get(leg)), secrets));
    }

    void awaitServed(int leg) throws InterruptedException {
        Deployment.Served server = pair().servers().get(leg);
        Serving served = server.role().receive(Serving.class, Deployment.GRACE);
        registry.served(server.services(), served);
    }

    /** Once all is served: the same services once more, apart from the first, behind a network on every hop. */
    void serveOver(Network network, NetworkEmulator between) throws InterruptedException {
        if (inProcess()) {
            return;
        }
        ServiceRegistry there = new ServiceRegistry(suite, row);
        for (int i = 0; i < row.legs().size(); i++) {
            Leg leg = row.legs().get(i);
            boolean brokered =
                    brokers.containsKey(leg.transport()) || !leg.address().isEmpty();
            String at = brokered
                    ? between.before(atBroker(leg), network, "namespace=" + network.word())
                            .toUri()
                    : leg.endpoint();
            String folder = store.map(s -> s.apart(network.word()).toString()).orElse("");
            Serving served = pair().servers()
                    .get(i)
                    .role()
                    .ask(new ServeApart(there.hosting(leg, at, folder, gated)), Serving.class, Deployment.GRACE);
            Endpoint reachable = Endpoint.parse(served.endpoint(), transport(leg));
            String seen = brokered
                    ? served.endpoint()
                    : between.before(reachable, network, "").toUri();
            there.served(leg.services(), new Serving(seen, served.facts()));
        }
        networks.put(network, there);
    }

    private Endpoint atBroker(Leg leg) {
        CompanionProcess broker = brokers.get(leg.transport());
        return broker == null ? endpoint(leg) : endpoint(leg).at(broker.address());
    }

    void connect() {
        List<Protocol.Over> over = networks.entrySet().stream()
                .map(each -> new Protocol.Over(each.getKey(), each.getValue().legs()))
                .toList();
        pair().driver()
                .send(new Connect(
                        registry.legs(),
                        over,
                        hosting(row.legs().get(0)),
                        registry.actions(),
                        registry.codec(),
                        suite.graph().authors(),
                        suite.deadline().toNanos(),
                        secrets));
    }

    void awaitConnected() throws InterruptedException {
        Connected driver = pair().driver().receive(Connected.class, Deployment.GRACE);
        connected = inProcess() ? driver : driver.servedBy(registry.facts());
    }

    private HostingSpec hosting(Leg leg) {
        String at = brokers.containsKey(leg.transport()) ? atBroker(leg).toUri() : leg.endpoint();
        return registry.hosting(
                leg, at, store.map(folder -> folder.path().toString()).orElse(""), gated);
    }

    private boolean inProcess() {
        return row.legs().stream().allMatch(leg -> InProcessScheme.is(leg.scheme()));
    }

    private Transport transport(Leg leg) {
        return transports.get(leg.scheme());
    }

    private Endpoint endpoint(Leg leg) {
        return Endpoint.parse(leg.endpoint(), transport(leg));
    }

    /** What the processes were told that does not stand in an endpoint. */
    Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }

    Deployment pair() {
        Deployment started = pair;
        if (started == null) {
            throw new IllegalStateException(row.name() + " is not started yet");
        }
        return started;
    }

    Connected connected() {
        Connected facts = connected;
        if (facts == null) {
            throw new IllegalStateException(row.name() + " is not connected yet");
        }
        return facts;
    }

    @Override
    public void close() {
        Deployment started = pair;
        if (started != null) {
            started.close();
        }
        brokers.values().forEach(CompanionProcess::close);
        store.ifPresent(StoreFolder::close);
    }
}
