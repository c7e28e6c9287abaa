package anywire.bench.report;

import anywire.bench.analysis.Tails;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Figures;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Schedule;
import anywire.bench.model.Suite.Layout;
import anywire.transport.Durations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run could not tell, and why: as much a result as what it could. */
final class CantTell {
    private final Run run;
    private final List<ScenarioAnalysis> scenarios;
    private final List<String> lines = new ArrayList<>();

    private CantTell(Run run, List<ScenarioAnalysis> scenarios) {
        this.run = run;
        this.scenarios = scenarios;
    }

    static List<String> of(Run run, List<ScenarioAnalysis> scenarios) {
        CantTell cantTell = new CantTell(run, scenarios);
        cantTell.network();
        cantTell.precision();
        scenarios.forEach(cantTell::smallDifferences);
        scenarios.forEach(cantTell::ties);
        cantTell.tails();
        cantTell.notMeasured();
        cantTell.idleCores();
        cantTell.layout();
        return List.copyOf(cantTell.lines);
    }

    private void network() {
        lines.add(
                run.suite().networks().isEmpty()
                        ? "Whether it matters across a network: all of this ran on loopback, where a round trip costs"
                                + " microseconds. A difference of 50 µs is lost in a round trip of 1 ms."
                        : "Whether it holds across networks other than "
                                + run.suite().networks().stream()
                                        .map(Network::shown)
                                        .collect(Collectors.joining("; "))
                                + ": a real one has other delays, other losses, and machines of its own at each end.");
        lines.addAll(run.leftOut());
    }

    /** What was asked for on the command line, and not reached. */
    private void precision() {
        Schedule schedule = run.schedule();
        if (!schedule.precisionAsked()) {
            return;
        }
        double widest = scenarios.stream()
                .filter(s -> s.scenario().primary())
                .flatMap(CantTell::medians)
                .filter(Comparison::hasInterval)
                .mapToDouble(c -> Math.sqrt(c.high95() / c.low95()) - 1)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        if (widest > schedule.halfWidth()) {
            lines.add(
                    "Ratios to within %s, as was asked for: the widest interval of a primary median is %s to either side. %s had room for %s of %s."
                            .formatted(
                                    Figures.percent(schedule.halfWidth()),
                                    Double.isInfinite(widest) ? "unknown" : Figures.percent(widest),
                                    Durations.print(schedule.budget()),
                                    Figures.count(schedule.generations(), "generation"),
                                    Figures.count(schedule.rounds(), "round")));
        }
    }

    private void smallDifferences(ScenarioAnalysis scenario) {
        Optional<Comparison> widest = medians(scenario)
                .filter(c -> c.smallestVisible() > 0)
                .max(Comparator.comparingDouble(Comparison::smallestVisible));
        widest.ifPresent(c -> lines.add("A difference of less than about %s in %s's median (%s, %s): that is the"
                        .formatted(
                                Figures.percent(c.smallestVisible()),
                                scenario.scenario().name(),
                                c.transport(),
                                Figures.count(c.rounds(), "round"))
                + " smallest that as many rounds would show in 19 of 20 runs. A longer run shows less."));
    }

    private void ties(ScenarioAnalysis scenario) {
        String untold = medians(scenario)
                .filter(c -> c.verdict() == Verdict.NO_VERDICT)
                .map(CantTell::untold)
                .collect(Collectors.joining(", "));
        if (!untold.isEmpty()) {
            lines.add("Whether %s's median differs from %s's by more than %s: %s."
                    .formatted(
                            scenario.scenario().name(),
                            run.suite().reference(),
                            Figures.percent(run.suite().margin()),
                            untold));
        }
    }

    private static String untold(Comparison c) {
        return c.transport()
                + (c.moreMinutes() > 0
                        ? " (about " + Figures.whole(Math.ceil(c.moreMinutes())) + " min more might)"
                        : "");
    }

    private static java.util.stream.Stream<Comparison> medians(ScenarioAnalysis scenario) {
        return scenario.comparisons().stream().filter(c -> c.percentile() == 50);
    }

    private void tails() {
        List<String> unknown = scenarios.stream()
                .flatMap(s -> s.cells().stream()
                        .filter(c -> !c.p99().printable())
                        .map(c -> c.transport() + " in " + s.scenario().name() + " ("
                                + c.p99().exceedances() + ")"))
                .toList();
        if (!unknown.isEmpty()) {
            lines.add("p99 of " + String.join(", ", unknown) + ": in brackets how many windows reached beyond it, and "
                    + Tails.MIN_EXCEEDANCES + " in at least " + Tails.MIN_ROUNDS + " rounds are needed.");
        }
        String machine = scenarios.stream()
                .flatMap(s -> s.cells().stream()
                        .filter(c -> c.p99().printable() && c.p99().machine())
                        .map(c -> c.transport() + " in " + s.scenario().name() + " ("
                                + Figures.micros(c.p99().hiccupNanos()) + " of "
                                + Figures.micros(c.intended().p99Nanos()) + ")"))
                .collect(Collectors.joining(", "));
        if (!machine.isEmpty()) {
            lines.add("How much of the p99 marked \"machine\" is the transport's: in the same windows the machine woke"
                    + " idle threads so late, at that rank, that it may be more than a fifth of " + machine + ".");
        }
        lines.add("p99.9 and rarer: a run of this length meets them too seldom.");
    }

    private void notMeasured() {
        for (ScenarioAnalysis scenario : scenarios) {
            List<String> measured =
                    scenario.cells().stream().map(CellAnalysis::transport).toList();
            String missing = run.suite().transports().stream()
                    .filter(t -> !measured.contains(t))
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty() && !measured.isEmpty()) {
                lines.add(scenario.scenario().name() + " over " + missing + ": not measured.");
            }
        }
    }

    private void idleCores() {
        lines.add(
                switch (run.environment().idle()) {
                    case "poll" ->
                        "What halting cores cost: idle cores polled here, where a wake-up costs little. Where"
                                + " they halt, each hop across cores costs more and ratios shrink.";
                    case "halt" ->
                        "What the transports cost without wake-ups: idle cores halted here, so each hop across"
                                + " cores pays for one, which hides differences.";
                    default ->
                        "How much of a latency is the wake-up of an idle core: it is not known what idle cores do"
                                + " here.";
                });
    }

    private void layout() {
        lines.add(
                run.suite().layout() == Layout.CROSS
                        ? "Whether a verdict holds where caller and service share a core: the driver had one of its own."
                        : "Whether a verdict holds where caller and service have cores of their own: all shared one.");
    }
}
