package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Calls;
import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.MeasureLate;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.host.CallTally;
import anywire.host.CompanionProcess;
import anywire.host.Cores;
import anywire.host.RoleProcess;
import anywire.host.ServiceRole.Collect;
import anywire.host.ServiceRole.Collected;
import anywire.host.ServiceRole.Count;
import anywire.host.ServiceRole.Spend;
import anywire.host.Spent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured together: a driver, or a floor's client, what serves it in other processes, if anything, and the brokers
 * between them, if there are any; closing leaves those to whoever started them.
 */
record Deployment(String name, RoleProcess driver, List<Served> servers, List<CompanionProcess> brokers)
        implements AutoCloseable {
    /** On top of what a question takes by itself: for a machine that is busy elsewhere. */
    static final Duration GRACE = Duration.ofSeconds(30);

    /** @param services that it serves; of a floor, none */
    record Served(RoleProcess role, List<String> services) {
        private boolean has(String operation) {
            return services.contains(operation.substring(0, operation.indexOf('/')));
        }

        private CallTally tally(long window, List<Calls> calls) throws InterruptedException {
            List<Long> sent =
                    calls.stream().map(c -> has(c.operation()) ? c.count() : 0L).toList();
            return role.ask(new Count(window, sent), CallTally.class, GRACE);
        }
    }

    void pin(Placement placement) throws InterruptedException {
        for (long pid : pids()) {
            Cores.letCompilersWait(pid);
        }
        placement.pinDriver(driver.pid());
        for (Served server : servers) {
            placement.pinServices(server.role().pid());
        }
        for (CompanionProcess broker : brokers) {
            for (long pid : broker.pids()) {
                placement.pinServices(pid);
            }
        }
    }

    Measured measure(Measure measure) throws InterruptedException {
        return driver.ask(
                measure, Measured.class, Duration.ofNanos(measure.nanos()).plus(GRACE));
    }

    /** @param lateNanos after its time, that each call is sent */
    Measured measureLate(Measure measure, long lateNanos) throws InterruptedException {
        return driver.ask(
                new MeasureLate(measure, lateNanos),
                Measured.class,
                Duration.ofNanos(measure.nanos()).plus(GRACE));
    }

    /** What the services saw of a window's calls, and forget with that. */
    CallTally tally(long window, List<Calls> calls) throws InterruptedException {
        if (servers.isEmpty()) {
            List<Long> sent = calls.stream().map(Calls::count).toList();
            return driver.ask(new Count(window, sent), CallTally.class, GRACE);
        }
        CallTally all = CallTally.NOTHING;
        for (Served server : servers) {
            all = all.plus(server.tally(window, calls));
        }
        return all;
    }

    /** What the processes that serve have spent so far. */
    Spent serversSpent() throws InterruptedException {
        Spent all = Spent.NOTHING;
        for (Served server : servers) {
            all = all.plus(server.role().ask(new Spend(), Spent.class, GRACE));
        }
        return all;
    }

    /** All of its heaps, once: what lives on is moved to where it stays. */
    void collect() throws InterruptedException {
        List<RoleProcess> roles = new ArrayList<>(List.of(driver));
        servers.forEach(server -> roles.add(server.role()));
        for (RoleProcess role : roles) {
            Collected ignored = role.ask(new Collect(), Collected.class, GRACE);
        }
    }

    List<Long> pids() {
        List<Long> pids = new ArrayList<>(List.of(driver.pid()));
        servers.forEach(s -> pids.add(s.role().pid()));
        brokers.forEach(b -> pids.addAll(b.pids()));
        return pids;
    }

    /** CPU that all its processes have used so far. */
    long cpuNanos() {
        return pids().stream().mapToLong(pid -> Spent.cpuNanosOf(pid)).sum();
    }

    /** Compilers' of the brokers between them. */
    long brokerJitNanos() {
        return brokers.stream().mapToLong(CompanionProcess::compilerNanos).sum();
    }

    long brokerCpuNanos() {
        return brokers.stream().mapToLong(CompanionProcess::cpuNanos).sum();
    }

    @Override
    public void close() {
        driver.close();
        servers.forEach(server -> server.role().close());
    }
}
