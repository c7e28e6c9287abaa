package anywire.bench.conduct;

import anywire.host.Spent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The processes of the harness itself that are there while rows are measured: this one, and what imitates a network.
 *
 * @param strangers that it started, and that are to count as somebody else's: what disturbs on purpose
 */
record Harness(List<Long> pids, Set<Long> strangers) {
    static Harness with(List<Long> others) {
        List<Long> all = new ArrayList<>(List.of(ProcessHandle.current().pid()));
        all.addAll(others);
        return new Harness(List.copyOf(all), Set.of());
    }

    Harness beside(Set<Long> those) {
        return new Harness(pids, Set.copyOf(those));
    }

    /** So far. */
    long cpuNanos() {
        return pids.stream().mapToLong(Spent::cpuNanosOf).sum();
    }
}
