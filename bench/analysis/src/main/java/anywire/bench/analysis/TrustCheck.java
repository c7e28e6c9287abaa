package anywire.bench.analysis;

import anywire.bench.model.Reason;
import anywire.bench.model.Room;
import anywire.bench.model.Scenario;
import anywire.bench.model.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** One reason why a comparison may not be trusted. */
interface TrustCheck {
    /** @return what is wrong, or empty if nothing is */
    Optional<Reason> of(Evidence evidence);

    /**
     * The same for all comparisons of a run.
     *
     * @param logMargin beyond which a difference matters
     * @param level of a test whether something is more than chance, which is made of every comparison
     */
    record Conditions(Room room, double logMargin, double level) {
        /** Of how many runs in which nothing is the matter a check may say otherwise of any of its comparisons. */
        private static final double OF_RUNS = 0.05;

        /** By Bonferroni's correction. */
        static Conditions of(Room room, double logMargin, int comparisons) {
            return new Conditions(room, logMargin, OF_RUNS / Math.max(1, comparisons));
        }
    }

    /**
     * What a check looks at: one row against the reference, over all rounds.
     *
     * @param estimate of the p50's log ratio
     * @param undisturbed the same without the rounds that a probe found disturbed
     * @param conditions what holds for all comparisons of a run
     */
    record Evidence(
            Scenario scenario,
            String row,
            String reference,
            Rounds rounds,
            TwoLevels estimate,
            TwoLevels undisturbed,
            Conditions conditions) {

        Room room() {
            return conditions.room();
        }

        double level() {
            return conditions.level();
        }

        List<Window> own() {
            return rounds.windows(row);
        }

        List<Window> others() {
            return rounds.windows(reference);
        }

        /** What may be moved without anybody minding: half of the margin. */
        double halfMargin() {
            return conditions.logMargin() / 2;
        }

        /** Mean over the row's windows. */
        double own(ToDoubleFunction<Window> figure) {
            return mean(own(), figure);
        }

        /** Round by round that both have, how much more of it the row's windows had than the reference's. */
        Sample beyondReference(ToDoubleFunction<Window> figure) {
            return Sample.of(rounds.both(row, reference).stream()
                    .map(b -> figure.applyAsDouble(b.own()) - figure.applyAsDouble(b.other()))
                    .toList());
        }

        static double mean(List<Window> windows, ToDoubleFunction<Window> figure) {
            return windows.stream().mapToDouble(figure).average().orElse(0);
        }
    }
}
