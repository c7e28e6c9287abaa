package anywire.bench.report;

import anywire.bench.model.Analysis;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.Schedule;
import anywire.bench.model.Suite;
import anywire.transport.Durations;
import java.util.ArrayList;
import java.util.List;

/** The method in short; at length it is in the project's documentation. */
final class MethodSection {
    private MethodSection() {}

    static Section of(Run run, Analysis analysis) {
        Suite suite = run.suite();
        List<String> steps = new ArrayList<>();
        Schedule schedule = run.schedule();
        steps.add("A generation starts fresh processes for all rows and warms each (until compilers rest, at most "
                + Durations.print(suite.warmUp()) + ", the same for all); then come rounds: one window of "
                + Durations.print(suite.window())
                + " of every row for every scenario, every second round the mirror of the one before, so that what is"
                + " compared is measured within seconds. Rows that are not measured stand still ("
                + (run.environment().freezing().isEmpty()
                        ? "by no means here"
                        : run.environment().freezing())
                + "). " + Figures.count(schedule.generations(), "generation") + " of "
                + Figures.count(schedule.rounds(), "round")
                + " were settled before any ratio was looked at, by what things cost and by spreads known before.");
        steps.add("An open loop sends when its schedule says so, whatever is still unanswered, and its latency counts"
                + " from that moment. A call that fails or times out counts at its deadline or beyond. A closed loop"
                + " counts from the send.");
        steps.add("p50 and p90: in each round the log of the percentile over " + suite.reference()
                + "'s; their mean over rounds and generations, with an interval from the variance of both levels. That"
                + " between generations is pooled over cells. p99: the merged histogram of all rounds, with an interval"
                + " from 2,000 resamples of whole rounds; no verdict rests on it, and it is shown only with 10 separate"
                + " exceedances in 3 rounds. It is marked \"machine\" where idle threads, woken every 5 ms on each core in"
                + " the same windows, were late at that rank by more than a fifth of it.");
        steps.add(
                "Faster, slower: the 95 % interval lies wholly beyond the margin of " + Figures.percent(suite.margin())
                        + ". Same: the 90 % interval lies wholly inside it. Slightly: the interval excludes 1, but not the"
                        + " margin. Otherwise: no verdict yet. The medians of primary scenarios are corrected together"
                        + " (Holm); the intervals as printed, and the verdicts on p90 and on other scenarios, are not.");
        steps.add("No window is left out for what a row did in it. Beside the analysis of all rounds stands one without"
                + " those that a probe, which works while everything stands still, found disturbed; a verdict has to hold"
                + " in both.");
        steps.add(
                "Trust: high; medium (noisy, but all rows were disturbed alike); low (rows were disturbed unequally, or"
                        + " cold: a verdict then has to be clear of the margin and of what that may have done); broken (wrong"
                        + " answers, accounts that do not agree, a load that was not delivered): then there is no figure.");
        steps.add(NoiseText.cited(run.judgedBy()));
        steps.add(
                "Rates are at most 30 % of the slowest row's peak when all were warm and pinned: a higher one is scaled"
                        + " down.");
        return Section.titled("How it was measured").bullets(steps).build();
    }
}
