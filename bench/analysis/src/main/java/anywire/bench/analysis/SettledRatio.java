package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the ratio still moves from a generation's first rounds to its last ones: then code was cold when it began, and the
 * figure depends on how long was warmed. Half of the way that it went is what it may be off by.
 */
final class SettledRatio implements TrustCheck {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        List<Double> firsts = new ArrayList<>();
        List<Double> lasts = new ArrayList<>();
        double squares = 0;
        double chance = 0;
        int degrees = 0;
        for (List<Double> logs :
                Rounds.byGeneration(evidence.rounds().logs(evidence.row(), evidence.reference(), 50))) {
            int half = logs.size() / 2;
            if (half > 0) {
                Sample first = Sample.of(logs.subList(0, half));
                Sample last = Sample.of(logs.subList(logs.size() - half, logs.size()));
                firsts.add(first.mean());
                lasts.add(last.mean());
                squares += (half - 1) * (TwoLevels.sq(first.sd()) + TwoLevels.sq(last.sd()));
                degrees += 2 * (half - 1);
                chance += 2.0 / half;
            }
        }
        if (degrees == 0) {
            return Optional.empty();
        }
        // The rounds' spread without what moves: that of each half about its own mean.
        double standardError = Math.sqrt(squares / degrees * chance) / firsts.size();
        Shift moved = new Shift(Sample.of(lasts).mean() - Sample.of(firsts).mean(), standardError, degrees);
        double off = Math.abs(moved.mean()) / 2;
        return off > evidence.halfMargin() && moved.lasting(evidence.level())
                ? Optional.of(new Reason(
                        Code.STILL_WARMING, Trust.LOW, evidence.row(), moved.mean(), 2 * evidence.halfMargin(), off))
                : Optional.empty();
    }
}
