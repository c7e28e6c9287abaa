package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Measure;
import anywire.bench.driver.Protocol.Measured;
import anywire.host.CompanionProcess;
import anywire.host.Cores;
import anywire.host.RoleProcess;
import anywire.host.Spent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is measured together: a driver, or a floor's client, what serves it in another process, if anything, and the broker
 * between them, if there is one; closing leaves that to whoever started it.
 */
record Pair(String name, RoleProcess driver, Optional<RoleProcess> server, Optional<CompanionProcess> broker)
        implements AutoCloseable {
    /** On top of what a question takes by itself: for a machine that is busy elsewhere. */
    static final Duration GRACE = Duration.ofSeconds(30);

    void pin(Placement placement) throws InterruptedException {
        for (long pid : pids()) {
            Cores.letCompilersWait(pid);
        }
        placement.pinDriver(driver.pid());
        if (server.isPresent()) {
            placement.pinServices(server.get().pid());
        }
        if (broker.isPresent()) {
            for (long pid : broker.get().pids()) {
                placement.pinServices(pid);
            }
        }
    }

    Measured measure(Measure measure) throws InterruptedException {
        return driver.ask(
                measure, Measured.class, Duration.ofNanos(measure.nanos()).plus(GRACE));
    }

    List<Long> pids() {
        List<Long> pids = new ArrayList<>(List.of(driver.pid()));
        server.ifPresent(s -> pids.add(s.pid()));
        broker.ifPresent(b -> pids.addAll(b.pids()));
        return pids;
    }

    /** CPU that all its processes have used so far. */
    long cpuNanos() {
        return pids().stream().mapToLong(pid -> Spent.cpuNanosOf(pid)).sum();
    }

    long brokerCpuNanos() {
        return broker.map(CompanionProcess::cpuNanos).orElse(0L);
    }

    @Override
    public void close() {
        driver.close();
        server.ifPresent(RoleProcess::close);
    }
}
