package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Reason;
import anywire.bench.run.Reason.Code;
import java.util.Optional;

/** Whether the ratio without disturbed rounds is the same ratio. */
final class AgreeingAnalyses implements Check {
    private static final double STANDARD_ERRORS = 2;

    @Override
    public Optional<Reason> of(Evidence evidence) {
        if (evidence.undisturbed().rounds() == 0
                || evidence.undisturbed().rounds() == evidence.estimate().rounds()) {
            return Optional.empty();
        }
        double apart =
                Math.abs(evidence.estimate().mean() - evidence.undisturbed().mean());
        // Of the two the one with fewer rounds is the less sure, and most of its rounds are the other's too.
        double left = 1.0 / evidence.undisturbed().rounds()
                - 1.0 / evidence.estimate().rounds();
        double chance = evidence.estimate().withinSd() * Math.sqrt(Math.max(0, left));
        return apart > evidence.halfMargin() && apart > STANDARD_ERRORS * chance
                ? Optional.of(new Reason(
                        Code.ANALYSES_DISAGREE, Trust.LOW, evidence.row(), apart, evidence.halfMargin(), apart))
                : Optional.empty();
    }
}
