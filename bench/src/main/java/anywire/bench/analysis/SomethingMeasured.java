package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import java.util.Optional;

/** A scenario without one window that counts says nothing. */
final class SomethingMeasured implements Check {
    @Override
    public Optional<Doubt> of(Evidence evidence) {
        return evidence.cells().isEmpty()
                ? Optional.of(new Doubt(Trust.INVALID, "Nothing was measured in a block that counts."))
                : Optional.empty();
    }
}
