package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Measure;
import anywire.bench.driver.Protocol.Measured;
import anywire.host.Cores;
import anywire.host.RoleProcess;
import anywire.host.Spent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is measured together: a driver, or a floor's client, and what serves it in another process, if anything. */
record Pair(String name, RoleProcess driver, Optional<RoleProcess> server) implements AutoCloseable {
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
    }

    Measured measure(Measure measure) throws InterruptedException {
        return driver.ask(
                measure, Measured.class, Duration.ofNanos(measure.nanos()).plus(GRACE));
    }

    List<Long> pids() {
        return server.map(s -> List.of(driver.pid(), s.pid())).orElse(List.of(driver.pid()));
    }

    /** CPU that all its processes have used so far. */
    long cpuNanos() {
        return pids().stream().mapToLong(pid -> Spent.cpuNanosOf(pid)).sum();
    }

    @Override
    public void close() {
        driver.close();
        server.ifPresent(RoleProcess::close);
    }
}
