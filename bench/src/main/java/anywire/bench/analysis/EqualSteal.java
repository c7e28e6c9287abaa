package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Reason;
import anywire.bench.run.Reason.Code;
import anywire.bench.run.TrustBounds;
import java.util.Optional;

/**
 * Whether the hypervisor took more from the row's windows than from the reference's. A row that uses more CPU also meets
 * more of it; that it is measured worse is true all the same.
 */
final class EqualSteal implements Check {
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
