package anywire.bench.analysis;

import anywire.bench.model.Analysis.WarmthSummary;
import anywire.bench.model.Generation;
import anywire.bench.model.Run;
import anywire.bench.model.Warmth;
import java.util.List;

/** How each transport warmed up, over all generations. */
final class WarmUpSummary {
    private WarmUpSummary() {}

    static List<WarmthSummary> of(Run run, List<Generation> generations) {
        return run.suite().transports().stream()
                .map(t -> summary(
                        t,
                        generations.stream()
                                .flatMap(b -> b.warmths().stream())
                                .filter(w -> w.transport().equals(t))
                                .toList()))
                .filter(s -> s.generations() > 0)
                .toList();
    }

    private static WarmthSummary summary(String transport, List<Warmth> warmths) {
        return new WarmthSummary(
                transport,
                warmths.size(),
                (int) warmths.stream().filter(w -> !w.warm()).count(),
                Medians.of(warmths.stream().mapToDouble(Warmth::seconds)),
                Math.round(Medians.of(warmths.stream().mapToDouble(Warmth::calls))),
                warmths.stream().mapToDouble(Warmth::jitShare).max().orElse(0),
                Medians.of(warmths.stream().mapToDouble(Warmth::peakPerSecond).filter(p -> p > 0)));
    }
}
