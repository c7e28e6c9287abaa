package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import java.util.Optional;

/** Whether both ends had cores to spare in an open loop: where one has none, latency is a queue for the processor. */
final class RoomToSpare implements TrustCheck {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        if (!evidence.scenario().load().loop().open()) {
            return Optional.empty();
        }
        double own = evidence.own(w -> evidence.room().saturated(w) ? 1 : 0);
        double other = Evidence.mean(evidence.others(), w -> evidence.room().saturated(w) ? 1 : 0);
        double most = Math.max(own, other);
        return most > Bounds.SATURATED
                ? Optional.of(new Reason(
                        Code.SATURATED,
                        Trust.LOW,
                        own >= other ? evidence.row() : evidence.reference(),
                        most,
                        Bounds.SATURATED,
                        0))
                : Optional.empty();
    }
}
