package anywire.bench.analysis;

import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Analysis.WarmthSummary;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A transport that is still compiling shows its warm-up, not its speed. */
final class WarmTransports implements Check {
    @Override
    public Optional<Doubt> of(Evidence evidence) {
        Set<String> here =
                evidence.cells().stream().map(CellAnalysis::transport).collect(Collectors.toSet());
        String cold = WarmUps.of(evidence.run(), evidence.kept().blocks()).stream()
                .filter(w -> w.notWarm() > 0 && here.contains(w.transport()))
                .map(WarmTransports::story)
                .collect(Collectors.joining(", "));
        return cold.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(Trust.DOUBTFUL, "Measured before it was warm: " + cold + "."));
    }

    private static String story(WarmthSummary warmth) {
        return warmth.transport() + " in " + warmth.notWarm() + " of " + warmth.blocks() + " blocks";
    }
}
