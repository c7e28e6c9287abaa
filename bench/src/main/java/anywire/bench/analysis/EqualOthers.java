package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Covariate;
import anywire.bench.run.Reason;
import anywire.bench.run.Reason.Code;
import anywire.bench.run.TrustBounds;
import anywire.bench.run.Window;
import java.util.Optional;

/**
 * Whether processes of others worked more while the row was measured than while the reference was: as when somebody's
 * work keeps step with one row's turn.
 */
final class EqualOthers implements Check {
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

    /** Of one core: strangers, and rows that should stand still. */
    static double share(Window window) {
        return Covariate.OTHERS.of(window);
    }
}
