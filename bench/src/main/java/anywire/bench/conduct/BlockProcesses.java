package anywire.bench.conduct;

import anywire.bench.driver.DriverRole;
import anywire.bench.driver.Protocol.Connect;
import anywire.bench.driver.Protocol.Connected;
import anywire.bench.floor.Floor;
import anywire.bench.load.Actions;
import anywire.bench.run.Plan.PlannedBlock;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Suite;
import anywire.host.ClassPath;
import anywire.host.CompanionProcess;
import anywire.host.HostingSpec;
import anywire.host.Role;
import anywire.host.RoleProcess;
import anywire.host.ServiceRole;
import anywire.host.ServiceRole.Serve;
import anywire.host.ServiceRole.Serving;
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

/** The processes of one block: all transports' and all floors', started side by side, since JVMs take their time. */
final class BlockProcesses implements AutoCloseable {
    private final Suite suite;
    private final Path logs;
    private final int block;
    private final Transports.Found transports;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    private final Map<String, Serving> serving = new LinkedHashMap<>();
    private final Map<String, Connected> connected = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> secrets = new LinkedHashMap<>();
    private final Map<String, CompanionProcess> brokers = new LinkedHashMap<>();

    BlockProcesses(Suite suite, PlannedBlock block, Path logs) {
        this.suite = suite;
        this.block = block.number();
        this.logs = logs;
        this.transports = Transports.find();
    }

    /** All up, connected, not yet warm. */
    void start(List<String> order) throws InterruptedException {
        for (String name : order) {
            secrets.put(name, Secrets.of(transport(suite.row(name)), endpoint(suite.row(name))));
            broker(suite.row(name)).ifPresent(broker -> brokers.put(name, broker));
        }
        for (String name : order) {
            pairs.put(name, processes(suite.row(name)));
        }
        for (String name : suite.floors()) {
            pairs.put(name, processes(Floor.named(name).orElseThrow()));
        }
        for (String name : order) {
            server(name).ifPresent(server -> server.send(new Serve(hosting(suite.row(name)), secrets(name))));
        }
        for (String name : order) {
            Optional<RoleProcess> server = server(name);
            if (server.isPresent()) {
                serving.put(name, server.get().receive(Serving.class, Pair.GRACE));
            }
            pair(name).driver().send(connect(suite.row(name)));
        }
        for (String name : order) {
            Connected driver = pair(name).driver().receive(Connected.class, Pair.GRACE);
            Serving served = serving.get(name);
            connected.put(name, served == null ? driver : driver.servedBy(served.facts()));
        }
        for (String name : suite.floors()) {
            int port = server(name)
                    .orElseThrow()
                    .ask(new Floor.Listen(), Floor.Listening.class, Pair.GRACE)
                    .port();
            pair(name).driver().ask(new Floor.ConnectTo(port), Floor.Ready.class, Pair.GRACE);
        }
    }

    Pair pair(String name) {
        Pair pair = pairs.get(name);
        if (pair == null) {
            throw new IllegalArgumentException(name + " is not part of this block");
        }
        return pair;
    }

    Iterable<Pair> all() {
        return pairs.values();
    }

    Connected connected(String scheme) {
        Connected facts = connected.get(scheme);
        if (facts == null) {
            throw new IllegalArgumentException(scheme + " is not connected");
        }
        return facts;
    }

    private Optional<RoleProcess> server(String name) {
        return pair(name).server();
    }

    private Pair processes(Row row) throws InterruptedException {
        String name = row.name();
        Class<?> adapter = transport(row).getClass();
        RoleProcess driver = start(
                name + " driver",
                DriverRole.class,
                classPath(row, List.of(DriverRole.class, Role.class, Histogram.class, adapter)));
        if (InProcessScheme.is(row.scheme())) {
            return new Pair(name, driver, Optional.empty(), Optional.empty());
        }
        RoleProcess server = start(name + " server", ServiceRole.class, classPath(row, List.of(Role.class, adapter)));
        CompanionProcess broker = brokers.get(name);
        return new Pair(
                name,
                driver,
                Optional.of(server),
                broker == null ? Optional.empty() : Optional.of(broker.awaitStarted()));
    }

    /** Starting, while JVMs start too. */
    private Optional<CompanionProcess> broker(Row row) throws InterruptedException {
        Transport transport = transport(row);
        Optional<Companion> companion = transport.companion(endpoint(row));
        if (companion.isEmpty()) {
            return Optional.empty();
        }
        ClassPath classPath = classPath(row, List.of(Role.class, transport.getClass()))
                .after(companion.get().libraries(), transport.getClass());
        return Optional.of(CompanionProcess.start(
                "block " + block + " " + row.name() + " broker", classPath, endpoint(row), logs, secrets(row.name())));
    }

    private Transport transport(Row row) {
        return transports.get(row.scheme());
    }

    private Endpoint endpoint(Row row) {
        return Endpoint.parse(row.endpoint(), transport(row));
    }

    private Map<String, String> secrets(String name) {
        return secrets.getOrDefault(name, Map.of());
    }

    private Pair processes(Floor floor) throws InterruptedException {
        List<Class<?>> anchors = new ArrayList<>(List.of(DriverRole.class, Role.class, Histogram.class));
        anchors.addAll(floor.libraries().get());
        RoleProcess server = start("floor " + floor.name() + " server", floor.server(), ClassPath.of(anchors));
        RoleProcess client = start("floor " + floor.name() + " client", floor.client(), ClassPath.of(anchors));
        return new Pair(floor.name(), client, Optional.of(server), Optional.empty());
    }

    private static ClassPath classPath(Row row, List<Class<?>> anchors) {
        ClassPath ours = ClassPath.of(anchors);
        return row.build().isEmpty() ? ours : ours.of(Path.of(row.build()));
    }

    private RoleProcess start(String name, Class<? extends Role> role, ClassPath classPath)
            throws InterruptedException {
        return RoleProcess.start("block " + block + " " + name, role, classPath, logs);
    }

    private HostingSpec hosting(Row row) {
        Suite.GraphChoice graph = suite.graph();
        return new HostingSpec(
                row.scheme(),
                at(row),
                List.of("auth", "storage", "follow", "notify"),
                graph.users(),
                graph.followers(),
                graph.file(),
                suite.seed(),
                Actions.postsEach(actions()),
                row.plantedMicros());
    }

    private Connect connect(Row row) {
        Serving served = serving.get(row.name());
        return new Connect(
                served == null ? "" : served.endpoint(),
                hosting(row),
                actions(),
                codec(),
                suite.graph().authors(),
                suite.deadline().toNanos(),
                secrets(row.name()));
    }

    /** Where its services are to be: at the companion's address, where there is one. */
    private String at(Row row) {
        Pair pair = pairs.get(row.name());
        return pair == null || pair.broker().isEmpty()
                ? row.endpoint()
                : endpoint(row).at(pair.broker().get().address()).toUri();
    }

    private List<String> actions() {
        return suite.scenarios().stream().map(Scenario::action).distinct().toList();
    }

    /** A driver has one client and so one codec, which the planner has seen to. */
    private String codec() {
        return suite.scenarios().get(0).codec();
    }

    @Override
    public void close() {
        pairs.values().forEach(Pair::close);
        brokers.values().forEach(CompanionProcess::close);
    }
}
