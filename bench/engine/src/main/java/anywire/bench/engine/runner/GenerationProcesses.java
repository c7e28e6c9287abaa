package anywire.bench.engine.runner;

import anywire.bench.engine.driver.DriverRole;
import anywire.bench.engine.driver.Protocol.Connected;
import anywire.bench.engine.floor.Floor;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Crossed;
import anywire.bench.model.Network;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Suite;
import anywire.host.ClassPath;
import anywire.host.ProcessContext;
import anywire.host.Role;
import anywire.host.RoleProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The processes of one generation: all rows' and all floors', started side by side, since JVMs take their time. */
final class GenerationProcesses implements AutoCloseable {
    private final Suite suite;
    private final ProcessContext site;
    private final int generation;
    private final long seed;
    private final Map<String, RowProcesses> rows = new LinkedHashMap<>();
    private final Map<String, Deployment> floors = new LinkedHashMap<>();
    private @Nullable NetworkEmulator between;

    GenerationProcesses(Suite suite, PlannedGeneration generation, ProcessContext site) {
        this.suite = suite;
        this.generation = generation.number();
        this.seed = generation.seed();
        this.site = site;
    }

    /** All up, connected, not yet warm. */
    void start(List<String> order) throws InterruptedException {
        List<RowProcesses> started = brokers(suite, order);
        for (RowProcesses row : started) {
            row.startJvms();
        }
        if (!suite.networks().isEmpty()) {
            between = NetworkEmulator.start(suite, seed, "generation " + generation, site);
        }
        for (String name : suite.floors()) {
            floors.put(name, processes(Floor.named(name).orElseThrow()));
        }
        // While brokers come up.
        ready(started.stream().filter(row -> !row.brokered()).toList());
        ready(started.stream().filter(RowProcesses::brokered).toList());
        for (Deployment floor : floors.values()) {
            int port = floor.servers()
                    .get(0)
                    .role()
                    .ask(new Floor.Listen(), Floor.Listening.class, Deployment.GRACE)
                    .port();
            var unused = floor.driver().ask(new Floor.ConnectTo(port), Floor.Ready.class, Deployment.GRACE);
        }
    }

    private void ready(List<RowProcesses> some) throws InterruptedException {
        for (RowProcesses row : some) {
            row.awaitBrokers();
        }
        serve(some);
        for (Network network : suite.networks()) {
            for (RowProcesses row : some) {
                row.serveOver(network, Objects.requireNonNull(between));
            }
        }
        connect(some);
    }

    /** More rows, beside those that are there; on loopback alone. @param with these rows */
    void startMore(Suite with, List<String> order) throws InterruptedException {
        List<RowProcesses> started = brokers(with, order);
        for (RowProcesses row : started) {
            row.startJvms();
        }
        for (RowProcesses row : started) {
            row.awaitBrokers();
        }
        serve(started);
        connect(started);
    }

    /** They are no part of it any more. */
    void end(List<String> some) {
        for (String name : some) {
            row(name).close();
            rows.remove(name);
        }
    }

    private List<RowProcesses> brokers(Suite with, List<String> order) throws InterruptedException {
        List<RowProcesses> started = new ArrayList<>();
        for (String name : order) {
            RowProcesses row = new RowProcesses(with, with.row(name), generation, site);
            // At once known to close(), whatever comes next.
            rows.put(name, row);
            started.add(row);
            row.startBrokers();
        }
        return started;
    }

    private static void connect(List<RowProcesses> some) throws InterruptedException {
        for (RowProcesses row : some) {
            row.connect();
        }
        for (RowProcesses row : some) {
            row.awaitConnected();
        }
    }

    /** All rows' first legs, then all their second ones. */
    private static void serve(List<RowProcesses> some) throws InterruptedException {
        int most = some.stream().mapToInt(RowProcesses::legs).max().orElse(0);
        for (int leg = 0; leg < most; leg++) {
            for (RowProcesses row : some) {
                if (leg < row.legs()) {
                    row.serve(leg);
                }
            }
            for (RowProcesses row : some) {
                if (leg < row.legs()) {
                    row.awaitServed(leg);
                }
            }
        }
    }

    private Deployment processes(Floor floor) throws InterruptedException {
        List<Class<?>> anchors =
                new ArrayList<>(List.of(DriverRole.class, AskedAction.class, Role.class, Histogram.class));
        anchors.addAll(floor.libraries().get());
        RoleProcess server = start("floor " + floor.name() + " server", floor.server(), ClassPath.of(anchors));
        RoleProcess client = start("floor " + floor.name() + " client", floor.client(), ClassPath.of(anchors));
        return new Deployment(floor.name(), client, List.of(new Deployment.Served(server, List.of())), List.of());
    }

    private RoleProcess start(String name, Class<? extends Role> role, ClassPath classPath)
            throws InterruptedException {
        return RoleProcess.start("generation " + generation + " " + name, role, classPath, site);
    }

    Deployment pair(String name) {
        Deployment floor = floors.get(name);
        return floor != null ? floor : row(name).pair();
    }

    List<Deployment> all() {
        List<Deployment> all = new ArrayList<>();
        rows.values().forEach(row -> all.add(row.pair()));
        all.addAll(floors.values());
        return all;
    }

    /** What of the harness is there while rows are measured. */
    HarnessProcesses harness() {
        NetworkEmulator there = between;
        return HarnessProcesses.with(there == null ? List.of() : List.of(there.process.pid()));
    }

    /** What lies between the pairs. */
    void pinBetween(Placement placement) throws InterruptedException {
        NetworkEmulator there = between;
        if (there != null) {
            there.pin(placement);
        }
    }

    /** So far; nothing where there is no network. */
    Crossed crossed() throws InterruptedException {
        NetworkEmulator there = between;
        return there == null ? Crossed.NOTHING : there.crossed();
    }

    Connected connected(String name) {
        return row(name).connected();
    }

    private RowProcesses row(String name) {
        RowProcesses row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException(name + " is not part of this generation");
        }
        return row;
    }

    @Override
    public void close() {
        rows.values().forEach(RowProcesses::close);
        floors.values().forEach(Deployment::close);
        NetworkEmulator there = between;
        if (there != null) {
            there.close();
        }
    }
}
