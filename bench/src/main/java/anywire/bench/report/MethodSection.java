package anywire.bench.report;

import anywire.bench.run.Analysis;
import anywire.bench.run.Figures;
import anywire.bench.run.Run;
import anywire.bench.run.Suite;
import anywire.transport.Durations;
import java.util.ArrayList;
import java.util.List;

/** The method in short; at length it is in the project's documentation. */
final class MethodSection {
    private MethodSection() {}

    static Section of(Run run, Analysis analysis) {
        Suite suite = run.suite();
        List<String> steps = new ArrayList<>();
        steps.add("A generation starts fresh processes for all transports, warms each (at least "
                + Figures.whole(suite.warmUpCalls()) + " calls in closed loop, at most "
                + Durations.print(suite.warmUpLimit()) + " on average), then measures them in turn, "
                + suite.rotations()
                + " windows of " + Durations.print(suite.window())
                + " each, in mirrored order, so that what is compared is measured within seconds. The generation is what is"
                + " repeated: " + suite.generations() + " were planned, "
                + run.generations().size() + " measured, "
                + analysis.kept().size() + " count, but for what single scenarios lost.");
        steps.add("An open loop sends when its schedule says so, whatever is still unanswered, and its latency counts"
                + " from that moment. A call that fails or times out counts at its deadline or beyond. A closed loop"
                + " counts from the send.");
        steps.add("p50 and p90: in each generation the percentile over " + suite.reference()
                + "'s; then the geometric mean of these ratios, with Student's t over generations. No interval under 4"
                + " generations. p99: the merged histogram of all kept generations, with an interval from 2,000 resamples of whole"
                + " generations; no verdict rests on it, and it is shown only with 10 separate exceedances in 3 generations. It is marked \"machine\" where idle threads, woken every"
                + " 5 ms on each core in the same windows, were late at that rank by more than a fifth of it.");
        steps.add(
                "Faster, slower: the 95 % interval lies wholly beyond the margin of " + Figures.percent(suite.margin())
                        + ". Same: the 90 % interval lies wholly inside it. Otherwise: can't tell. These rest on one-sided t"
                        + " tests against the margin, which for the medians of primary scenarios are corrected together (Holm);"
                        + " the intervals as printed, and the verdicts on p90 and on other scenarios, are not corrected. From 6"
                        + " generations on, faster and slower must also pass a sign-flip check.");
        steps.add(
                "Each window is watched from outside: what the hypervisor took, what other processes and the run's own"
                        + " unmeasured ones used, how late idle threads woke, how far the floor drifted, whether the driver was on"
                        + " time, whether its core or the services' was full, and whether both ends' accounts agree. Over all"
                        + " windows of a cell: compilers, collections, and whether windows end as they begin.");
        steps.add(
                "A generation in which the harness or the machine was at fault is dropped for all transports: of the scenario"
                        + " whose window it was, or whole where a floor's was; at most one in five. A transport at fault did not hold: it stays in, and ranks last.");
        steps.add("Latencies are ranked only at a load of at most 30 % of the slowest transport's capacity, or"
                + " of its closed-loop peak where no capacity was searched for.");
        return Section.titled("How it was measured").bullets(steps).build();
    }
}
