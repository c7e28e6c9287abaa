package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Room;
import anywire.bench.model.Window;
import java.util.Optional;

/**
 * How much of the ratio is what late sends did to it: the ratio from the intended starts over the one from the actual
 * sends. Where a row's client filled the driver's core, the lag is its own doing and belongs to its figure.
 */
final class EqualSendLag implements TrustCheck {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        if (!evidence.scenario().load().loop().open() || fills(evidence)) {
            return Optional.empty();
        }
        Sample moved = Sample.of(
                evidence
                        .rounds()
                        .logs(evidence.row(), evidence.reference(), (own, other) -> late(own) - late(other))
                        .stream()
                        .map(Rounds.LogRatio::log)
                        .toList());
        return Math.abs(moved.mean()) > evidence.halfMargin() && moved.lasting(evidence.level())
                ? Optional.of(new Reason(
                        Code.SEND_LAG_UNEQUAL,
                        Trust.LOW,
                        evidence.row(),
                        moved.mean(),
                        evidence.halfMargin(),
                        Math.abs(moved.mean())))
                : Optional.empty();
    }

    private static double late(Window window) {
        return Math.log((double) window.intended().p50Nanos() / window.actual().p50Nanos());
    }

    private static boolean fills(Evidence evidence) {
        return evidence.own(evidence.room()::driverShare) > Room.SATURATED;
    }
}
