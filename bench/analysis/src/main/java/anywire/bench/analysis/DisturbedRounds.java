package anywire.bench.analysis;

import anywire.bench.model.Generation;
import anywire.bench.model.Run;
import anywire.bench.model.Window;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which rounds of a scenario a probe found disturbed. It works while all that is compared stands still, so what it finds knows
 * nothing of rows: leaving such rounds out favours nobody.
 */
final class DisturbedRounds {
    private DisturbedRounds() {}

    /** Nanoseconds that the probe takes on this machine when it is left alone: the median over the run; 0 if there was none. */
    static double usual(Run run) {
        return Medians.of(run.generations().stream()
                .map(Generation::windows)
                .flatMap(List::stream)
                .mapToDouble(w -> w.machine().probeNanos())
                .filter(nanos -> nanos > 0));
    }

    /**
     * @param generations with one scenario's windows alone
     * @param usualNanos of {@link #usual}
     * @param slower how much longer it takes where it is disturbed
     */
    static Set<Integer> of(List<Generation> generations, double usualNanos, double slower) {
        Set<Integer> disturbed = new HashSet<>();
        Map<Integer, List<Window>> byRound = generations.stream()
                .flatMap(g -> g.windows().stream())
                .collect(Collectors.groupingBy(Window::round, TreeMap::new, Collectors.toList()));
        byRound.forEach((round, windows) -> {
            double mean = windows.stream()
                    .mapToDouble(w -> w.machine().probeNanos())
                    .average()
                    .orElse(0);
            if (usualNanos > 0 && mean > slower * usualNanos) {
                disturbed.add(round);
            }
        });
        return disturbed;
    }
}
