package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import java.util.Optional;

/** Without a peak nobody knows whether an open load was light or heavy. */
final class KnownPeak implements Check {
    @Override
    public Optional<Doubt> of(Evidence evidence) {
        return evidence.load().known() || evidence.cells().isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(Trust.DOUBTFUL, evidence.load().sentence()));
    }
}
