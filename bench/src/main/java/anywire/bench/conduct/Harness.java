package anywire.bench.conduct;

import anywire.host.Spent;
import java.util.List;

/** The processes of the harness itself that are there while rows are measured: this one, and what imitates a network. */
record Harness(List<Long> pids) {
    static Harness with(List<Long> others) {
        List<Long> all = new java.util.ArrayList<>(List.of(ProcessHandle.current().pid()));
        all.addAll(others);
        return new Harness(List.copyOf(all));
    }

    /** So far. */
    long cpuNanos() {
        return pids.stream().mapToLong(Spent::cpuNanosOf).sum();
    }
}
