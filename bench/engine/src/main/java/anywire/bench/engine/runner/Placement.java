package anywire.bench.engine.runner;

import anywire.bench.model.Suite.Layout;
import anywire.host.Cores;
import java.util.List;
import java.util.Set;

/** Which cores drivers and services get. */
record Placement(Set<Integer> driver, Set<Integer> services) {

    /** On a machine of one core, both layouts are the same. */
    static Placement of(Layout layout) {
        return of(layout, Cores.allowed());
    }

    /** @param cores by their numbers, in order */
    static Placement of(Layout layout, List<Integer> cores) {
        int last = cores.get(cores.size() - 1);
        if (layout == Layout.SAME || cores.size() == 1) {
            return new Placement(Set.of(last), Set.of(last));
        }
        return new Placement(Set.of(last), Set.copyOf(cores.subList(0, cores.size() - 1)));
    }

    /** This process's threads, beside the services; what it starts is not pinned by that. */
    void pinHarness() throws InterruptedException {
        if (Cores.canPin()) {
            Cores.pinSelf(services);
        }
    }

    void pinDriver(long pid) throws InterruptedException {
        pin(pid, driver);
    }

    void pinServices(long pid) throws InterruptedException {
        pin(pid, services);
    }

    private static void pin(long pid, Set<Integer> cores) throws InterruptedException {
        if (Cores.canPin()) {
            Cores.pin(pid, cores);
        }
    }
}
