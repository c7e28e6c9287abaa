package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import java.util.Optional;

/** Whether the ratio without disturbed rounds is the same ratio. */
final class AgreeingAnalyses implements TrustCheck {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        TwoLevels all = evidence.estimate();
        TwoLevels some = evidence.undisturbed();
        if (some.rounds() == 0 || some.rounds() == all.rounds()) {
            return Optional.empty();
        }
        double apart = Math.abs(all.mean() - some.mean());
        // What is in one of them is in the other too: only what was left out tells them apart.
        double ofRounds = TwoLevels.sq(all.withinSd()) * (1.0 / some.rounds() - 1.0 / all.rounds());
        double ofGenerations = TwoLevels.sq(all.betweenSd()) * (1.0 / some.generations() - 1.0 / all.generations());
        double chance = Math.sqrt(Math.max(0, ofRounds + ofGenerations));
        Shift shift = new Shift(apart, chance, Math.max(1, all.rounds() - all.generations()));
        return apart > evidence.halfMargin() && shift.lasting(evidence.level())
                ? Optional.of(new Reason(
                        Code.ANALYSES_DISAGREE, Trust.LOW, evidence.row(), apart, evidence.halfMargin(), apart))
                : Optional.empty();
    }
}
