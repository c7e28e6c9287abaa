package anywire.bench.analysis;

import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Trust;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the sums of both ends don't come out, nobody knows what was measured. */
final class BalancedAccounting implements Check {
    @Override
    public Optional<Doubt> of(Evidence evidence) {
        String unbalanced = evidence.cells().stream()
                .filter(c -> !c.accounting().balanced())
                .map(CellAnalysis::transport)
                .collect(Collectors.joining(", "));
        return unbalanced.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Trust.INVALID,
                        "What was sent, answered and executed does not add up over " + unbalanced + "."));
    }
}
