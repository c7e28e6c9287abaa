package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Reason;
import anywire.bench.run.Reason.Code;
import anywire.bench.run.Window;
import java.util.Optional;

/** Whether processes of others worked more while the row was measured than while the reference was: as when somebody's
 * work keeps step with one row's turn.
  */
final class EqualOthers implements Check {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        double more = evidence.beyondReference(EqualOthers::share);
        double cost = Math.abs(more) * Bounds.OTHERS_SLOPE;
        return cost > evidence.halfMargin()
                ? Optional.of(new Reason(
                        Code.OTHERS_UNEQUAL,
                        Trust.LOW,
                        evidence.row(),
                        more,
                        evidence.halfMargin() / Bounds.OTHERS_SLOPE,
                        cost))
                : Optional.empty();
    }

    /** Of one core: strangers, and rows that should stand still. */
    static double share(Window window) {
        double seconds = window.machine().seconds();
        long nanos = window.machine().strays().cpuNanos() + window.machine().bystanders().cpuNanos();
        return seconds == 0 ? 0 : nanos / 1e9 / seconds;
    }
}
