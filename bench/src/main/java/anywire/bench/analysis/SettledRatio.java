package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Reason;
import anywire.bench.run.Reason.Code;
import java.util.List;
import java.util.Optional;

/** Whether the ratio still moves from a generation's first rounds to its last ones: then code was cold when it began, and
 * the figure depends on how long was warmed. Half of the way that it went is what it may be off by.
 */
final class SettledRatio implements Check {
    private static final double STANDARD_ERRORS = 2;

    @Override
    public Optional<Reason> of(Evidence evidence) {
        List<List<Double>> byGeneration =
                Rounds.byGeneration(evidence.rounds().logs(evidence.row(), evidence.reference(), 50));
        double moved = 0;
        double variance = 0;
        int counted = 0;
        double within = evidence.estimate().withinSd();
        for (List<Double> logs : byGeneration) {
            int half = logs.size() / 2;
            if (half > 0) {
                moved += mean(logs.subList(logs.size() - half, logs.size())) - mean(logs.subList(0, half));
                variance += 2 * within * within / half;
                counted++;
            }
        }
        if (counted == 0) {
            return Optional.empty();
        }
        moved /= counted;
        double standardError = Math.sqrt(variance) / counted;
        double off = Math.abs(moved) / 2;
        return off > evidence.halfMargin() && Math.abs(moved) > STANDARD_ERRORS * standardError
                ? Optional.of(new Reason(
                        Code.STILL_WARMING, Trust.LOW, evidence.row(), moved, 2 * evidence.halfMargin(), off))
                : Optional.empty();
    }

    private static double mean(List<Double> logs) {
        return logs.stream().mapToDouble(log -> log).average().orElse(0);
    }
}
