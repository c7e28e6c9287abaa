package anywire.bench.analysis;

import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Block;
import anywire.bench.run.Figures;
import anywire.bench.run.Steadiness;
import anywire.bench.run.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether windows end as they begin. Where the last third is slower than the first, a queue is growing or something is
 * filling up; where it is faster, it is still warming up: either way the figure depends on how long was measured. Of a
 * block, the mean log ratio of its windows counts; over blocks, the 95 % interval must lie wholly beyond the bound.
 */
final class SteadyWindows implements Check {
    private static final double MAX_CHANGE = 0.1;

    @Override
    public Optional<Doubt> of(Evidence evidence) {
        String unsteady = evidence.cells().stream()
                .map(CellAnalysis::transport)
                .map(t -> story(t, sample(evidence, t)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return unsteady.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Trust.DOUBTFUL,
                        "Windows did not end as they began: the median of the last third was, of the first third's, "
                                + unsteady + " (bound " + Figures.percent(MAX_CHANGE) + " off)."));
    }

    private static Sample sample(Evidence evidence, String transport) {
        List<Double> logs = new ArrayList<>();
        for (Block block : evidence.kept().blocks()) {
            block.windows().stream()
                    .filter(w -> w.scenario().equals(evidence.scenario().name())
                            && w.transport().equals(transport))
                    .map(Window::steadiness)
                    .filter(Steadiness::known)
                    .mapToDouble(s -> Math.log((double) s.lastThirdP50Nanos() / s.firstThirdP50Nanos()))
                    .average()
                    .ifPresent(logs::add);
        }
        return Sample.of(logs);
    }

    private static Optional<String> story(String transport, Sample sample) {
        boolean steady = sample.n() < Draft.MIN_BLOCKS
                || (sample.low(0.95) <= Math.log(1 + MAX_CHANGE) && sample.high(0.95) >= -Math.log(1 + MAX_CHANGE));
        return steady
                ? Optional.empty()
                : Optional.of("over %s %s (%s to %s)"
                        .formatted(
                                transport,
                                Figures.percent(Math.exp(sample.mean())),
                                Figures.percent(Math.exp(sample.low(0.95))),
                                Figures.percent(Math.exp(sample.high(0.95)))));
    }
}
