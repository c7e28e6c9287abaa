package anywire.bench.analysis;

import anywire.bench.run.Analysis.BlockRatio;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Every transport against the reference: drafts first, then verdicts, corrected together. */
final class Comparing {
    private static final List<Integer> PERCENTILES = List.of(50, 90);

    private final Run run;
    private final Judge judge;

    Comparing(Run run) {
        this.run = run;
        this.judge = new Judge(run.suite().margin());
    }

    /** None where the reference was not measured. */
    List<Draft> drafts(Scenario scenario, KeptBlocks kept, List<CellAnalysis> cells, Trust trust, LoadLimit load) {
        String reference = run.suite().reference();
        return cells.stream()
                .filter(c -> c.transport().equals(reference))
                .flatMap(r -> cells.stream()
                        .filter(c -> c != r)
                        .flatMap(c -> PERCENTILES.stream()
                                .map(p -> draft(scenario, kept, c.transport(), p, notRanked(trust, load, c, r)))))
                .toList();
    }

    private static String notRanked(Trust trust, LoadLimit load, CellAnalysis cell, CellAnalysis reference) {
        if (trust == Trust.INVALID) {
            return "the scenario is invalid";
        }
        if (!cell.didNotHold().isEmpty()) {
            return "did not hold: " + cell.didNotHold();
        }
        if (!reference.didNotHold().isEmpty()) {
            return "the reference did not hold";
        }
        return load.ranked() ? "" : "the load is too heavy to rank latencies";
    }

    private Draft draft(Scenario scenario, KeptBlocks kept, String transport, int percentile, String notRanked) {
        String reference = run.suite().reference();
        SortedMap<Integer, Double> all =
                BlockRatios.logs(kept.whole(), scenario.name(), transport, reference, percentile);
        SortedMap<Integer, Double> counted =
                BlockRatios.logs(kept.blocks(), scenario.name(), transport, reference, percentile);
        List<Double> logs = List.copyOf(counted.values());
        Sample sample = Sample.of(logs);
        boolean enough = sample.n() >= Draft.MIN_BLOCKS;
        return new Draft(
                scenario,
                transport,
                reference,
                percentile,
                all.entrySet().stream()
                        .map(b -> new BlockRatio(b.getKey(), Math.exp(b.getValue()), counted.containsKey(b.getKey())))
                        .toList(),
                sample,
                Sample.of(List.copyOf(all.values())),
                kept.blocks().size(),
                notRanked,
                Stream.of(sample).filter(s -> enough).map(judge::judge).findFirst(),
                sample.n() >= SignFlip.MIN_BLOCKS
                        ? OptionalDouble.of(SignFlip.p(logs, run.suite().seed()))
                        : OptionalDouble.empty(),
                enough ? judge.smallestVisible(sample) : 0);
    }

    /** In the order given. */
    static List<Comparison> decide(List<Draft> drafts) {
        List<Draft> family = drafts.stream().filter(Draft::inFamily).toList();
        List<Double> corrected =
                Holm.adjust(family.stream().map(Draft::uncorrectedP).toList());
        List<Comparison> decided = new ArrayList<>();
        int next = 0;
        for (Draft draft : drafts) {
            decided.add(
                    draft.inFamily()
                            ? draft.decide(corrected.get(next++), family.size())
                            : draft.decide(draft.uncorrectedP(), 1));
        }
        return decided;
    }
}
