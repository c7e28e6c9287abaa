package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.TrustBounds;
import java.util.Optional;

/**
 * Whether the hypervisor took more from the row's windows than from the reference's. A row that uses more CPU also meets
 * more of it; that it is measured worse is true all the same.
 */
final class EqualSteal implements TrustCheck {
    private final double slope;

    EqualSteal(TrustBounds bounds) {
        this.slope = bounds.stealSlope();
    }

    @Override
    public Optional<Reason> of(Evidence evidence) {
        Sample more = evidence.beyondReference(w -> w.machine().stealShare());
        double cost = Math.abs(more.mean()) * slope;
        return cost > evidence.halfMargin() && more.lasting(evidence.level())
                ? Optional.of(new Reason(
                        Code.STEAL_UNEQUAL,
                        Trust.LOW,
                        evidence.row(),
                        more.mean(),
                        evidence.halfMargin() / slope,
                        cost))
                : Optional.empty();
    }
}
