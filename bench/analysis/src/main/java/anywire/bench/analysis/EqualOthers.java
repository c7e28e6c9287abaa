package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Covariate;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.TrustBounds;
import anywire.bench.model.Window;
import java.util.Optional;

/**
 * Whether processes of others worked more while the row was measured than while the reference was: as when somebody's
 * work keeps step with one row's turn.
 */
final class EqualOthers implements TrustCheck {
    private final double slope;

    EqualOthers(TrustBounds bounds) {
        this.slope = bounds.othersSlope();
    }

    @Override
    public Optional<Reason> of(Evidence evidence) {
        Sample more = evidence.beyondReference(EqualOthers::share);
        double cost = Math.abs(more.mean()) * slope;
        return cost > evidence.halfMargin() && more.lasting(evidence.level())
                ? Optional.of(new Reason(
                        Code.OTHERS_UNEQUAL,
                        Trust.LOW,
                        evidence.row(),
                        more.mean(),
                        evidence.halfMargin() / slope,
                        cost))
                : Optional.empty();
    }

    /** Of one core: foreign, and rows that should stand still. */
    static double share(Window window) {
        return Covariate.OTHERS.of(window);
    }
}
