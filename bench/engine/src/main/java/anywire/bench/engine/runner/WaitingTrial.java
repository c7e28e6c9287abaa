package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Held;
import anywire.bench.engine.driver.Protocol.HoldCallers;
import anywire.bench.engine.driver.Protocol.ReleaseCallers;
import anywire.bench.engine.driver.Protocol.Released;
import anywire.bench.model.Row;
import anywire.bench.model.Trials.Waiting;
import anywire.host.RoleProcess;
import anywire.host.ServiceRole.Gated;
import anywire.host.ServiceRole.SetGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A thousand callers wait for storage: first a front end whose threads wait with them, then one whose threads don't. */
final class WaitingTrial {
    static final int CALLERS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Row row;
    private final RowProcesses processes;

    WaitingTrial(Row row, RowProcesses processes) {
        this.row = row;
        this.processes = processes;
    }

    List<Waiting> run() throws InterruptedException {
        processes.withGates();
        processes.start();
        // Not counted: what the first callers bring into being, later ones find.
        var unused = held(false);
        List<Waiting> all = new ArrayList<>();
        for (boolean blocking : List.of(false, true)) {
            all.add(held(blocking));
        }
        return all;
    }

    private Waiting held(boolean blocking) throws InterruptedException {
        RoleProcess driver = processes.pair().driver();
        RoleProcess storage =
                processes.pair().servers().get(processes.legOf("storage")).role();
        set(storage, false);
        Held held = driver.ask(new HoldCallers(CALLERS, blocking), Held.class, PATIENCE);
        set(storage, true);
        Released released = driver.ask(new ReleaseCallers(), Released.class, PATIENCE);
        return new Waiting(
                row.name(),
                blocking,
                CALLERS,
                held.waiting(),
                held.threads(),
                held.residentBytes(),
                released.answered());
    }

    private static void set(RoleProcess storage, boolean open) throws InterruptedException {
        var unused = storage.ask(new SetGate(open), Gated.class, PATIENCE);
    }
}
