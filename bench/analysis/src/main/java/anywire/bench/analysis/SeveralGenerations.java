package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import java.util.Optional;

/** One generation is one draw of how fresh processes turn out. */
final class SeveralGenerations implements TrustCheck {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        return evidence.estimate().generations() == 1
                ? Optional.of(new Reason(Code.ONE_GENERATION, Trust.MEDIUM, "", 1, 2, 0))
                : Optional.empty();
    }
}
