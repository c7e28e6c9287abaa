package anywire.bench.analysis;

import anywire.bench.model.Footprint;
import anywire.bench.model.Generation;
import anywire.bench.model.Run;
import java.util.List;
import java.util.function.ToLongFunction;

/** What each row held, over generations. */
final class MedianFootprints {
    private MedianFootprints() {}

    /** In the suite's order; none of a row that was never looked at. */
    static List<Footprint> of(Run run, List<Generation> generations) {
        return run.suite().transports().stream()
                .map(row -> generations.stream()
                        .flatMap(generation -> generation.footprints().stream())
                        .filter(footprint -> footprint.row().equals(row))
                        .toList())
                .filter(its -> !its.isEmpty())
                .map(its -> new Footprint(
                        its.get(0).row(),
                        (int) median(its, Footprint::processes),
                        (int) median(its, Footprint::threads),
                        median(its, Footprint::residentBytes)))
                .toList();
    }

    private static long median(List<Footprint> its, ToLongFunction<Footprint> figure) {
        return Math.round(Medians.of(its.stream().mapToDouble(figure::applyAsLong)));
    }
}
