package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.TrustBounds;
import java.util.Optional;

/** How noisy the machine was, whoever was measured: it costs precision, and no favour. */
final class QuietMachine implements TrustCheck {
    private final TrustBounds bounds;

    QuietMachine(TrustBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Optional<Reason> of(Evidence evidence) {
        double steal = (evidence.own(w -> w.machine().stealShare())
                        + Evidence.mean(evidence.others(), w -> w.machine().stealShare()))
                / 2;
        if (steal > bounds.steal()) {
            return medium(Code.STEAL, steal, bounds.steal());
        }
        double others = (evidence.own(EqualOthers::share) + Evidence.mean(evidence.others(), EqualOthers::share)) / 2;
        if (others > bounds.others()) {
            return medium(Code.OTHER_PROCESSES, others, bounds.others());
        }
        int rounds = evidence.estimate().rounds();
        double disturbed = rounds == 0 ? 0 : 1 - (double) evidence.undisturbed().rounds() / rounds;
        return disturbed > Bounds.DISTURBED_ROUNDS
                ? medium(Code.DISTURBED_ROUNDS, disturbed, Bounds.DISTURBED_ROUNDS)
                : Optional.empty();
    }

    private static Optional<Reason> medium(Code code, double figure, double bound) {
        return Optional.of(new Reason(code, Trust.MEDIUM, "", figure, bound, 0));
    }
}
