package anywire.bench.engine.runner;

import anywire.host.Spent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The processes of the harness itself that are there while rows are measured: this one, and what imitates a network.
 *
 * @param foreign that it started, and that are to count as somebody else's: what disturbs on purpose
 */
record HarnessProcesses(List<Long> pids, Set<Long> foreign) {
    static HarnessProcesses with(List<Long> others) {
        List<Long> all = new ArrayList<>(List.of(ProcessHandle.current().pid()));
        all.addAll(others);
        return new HarnessProcesses(List.copyOf(all), Set.of());
    }

    HarnessProcesses beside(Set<Long> those) {
        return new HarnessProcesses(pids, Set.copyOf(those));
    }

    /** So far. */
    long cpuNanos() {
        return pids.stream().mapToLong(Spent::cpuNanosOf).sum();
    }
}
