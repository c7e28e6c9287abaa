package anywire.bench.analysis;

import anywire.bench.model.Analysis.MachineSummary;
import anywire.bench.model.Generation;
import anywire.bench.model.Machine;
import anywire.bench.model.Machine.Hiccups;
import anywire.bench.model.Machine.Others;
import anywire.bench.model.Window;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What went on beside each generation's windows, the worst window of each counting. */
final class Machines {
    private Machines() {}

    /** Without generations that were not watched. */
    static List<MachineSummary> of(List<Generation> generations) {
        return generations.stream()
                .map(generation -> of(
                        generation.number(),
                        Stream.concat(generation.windows().stream(), generation.floors().stream())
                                .map(Window::machine)
                                .filter(m -> m.seconds() > 0)
                                .toList()))
                .filter(summary -> summary.windows() > 0)
                .toList();
    }

    private static MachineSummary of(int generation, List<Machine> windows) {
        Machine strayed = windows.stream()
                .max(Comparator.comparingDouble(Machines::strayCores))
                .orElse(Machine.UNKNOWN);
        List<Hiccups> hiccups =
                windows.stream().flatMap(m -> m.hiccups().stream()).toList();
        return new MachineSummary(
                generation,
                windows.size(),
                worst(windows, Machine::stealShare),
                strayCores(strayed),
                strayed.strays().busiest(),
                worst(windows, m -> m.bystanders().busiestCpuNanos()),
                worst(hiccups, Hiccups::p99Nanos),
                worst(hiccups, Hiccups::maxNanos));
    }

    private static double strayCores(Machine machine) {
        Others strays = machine.strays();
        return machine.seconds() == 0 ? 0 : strays.cpuNanos() / (machine.seconds() * 1e9);
    }

    private static <T> double worst(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).max().orElse(0);
    }
}
