package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Reason;
import anywire.bench.run.Reason.Code;
import java.util.Optional;

/** Whether the hypervisor took more from the row's windows than from the reference's. A row that uses more CPU also meets
 * more of it; that it is measured worse is true all the same.
  */
final class EqualSteal implements Check {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        double more = evidence.beyondReference(w -> w.machine().stealShare());
        double cost = Math.abs(more) * Bounds.STEAL_SLOPE;
        return cost > evidence.halfMargin()
                ? Optional.of(new Reason(
                        Code.STEAL_UNEQUAL,
                        Trust.LOW,
                        evidence.row(),
                        more,
                        evidence.halfMargin() / Bounds.STEAL_SLOPE,
                        cost))
                : Optional.empty();
    }
}
