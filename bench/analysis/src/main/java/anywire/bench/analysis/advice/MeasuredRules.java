package anywire.bench.analysis.advice;

import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.CostComparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Dimension;
import anywire.bench.model.Figures;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was measured speaks for a row where the run's own verdict says faster or cheaper than the reference, against it where
 * it says slower or more expensive, and for neither where it says the same. Where there is no verdict nothing can be told. The
 * reference itself is weighed by what the others are to it. Only primary scenarios count; all do where none is primary.
 */
final class MeasuredRules {
    private final Run run;
    private final Analysis analysis;
    private final List<Entry> entries = new ArrayList<>();

    private MeasuredRules(Run run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
    }

    static List<Entry> entries(Run run, Analysis analysis) {
        MeasuredRules rules = new MeasuredRules(run, analysis);
        List<ScenarioAnalysis> all = analysis.scenarios();
        boolean some = all.stream().anyMatch(s -> s.scenario().primary());
        // What carries comes first: it is the first that a small table shows.
        IntStream.range(0, all.size())
                .filter(i -> !some || all.get(i).scenario().primary())
                .boxed()
                .sorted(Comparator.comparing(i -> all.get(i).trust() == Trust.BROKEN))
                .forEach(i -> rules.scenario(all.get(i), Anchors.scenario(i)));
        rules.entries.addAll(TrialRules.entries(run));
        return List.copyOf(rules.entries);
    }

    /** What a scenario tells about: an action that ends when a follower has heard is another matter than a call. */
    private static Dimension respect(Scenario scenario) {
        if (scenario.action().untilHeard()) {
            return Dimension.HEARD;
        }
        return scenario.network() == Network.LOOPBACK ? Dimension.LATENCY : Dimension.LATENCY_FAR;
    }

    private void scenario(ScenarioAnalysis scenario, String anchor) {
        for (CellAnalysis cell : scenario.cells()) {
            boolean reference = cell.transport().equals(run.suite().reference());
            if (!cell.delivered()) {
                add(
                        cell,
                        scenario,
                        anchor,
                        Scope.CON,
                        ReasonText.of(cell.broken().get(0)),
                        "broken");
            } else if (reference) {
                reference(cell, scenario, anchor);
            } else {
                compared(cell, scenario, anchor);
            }
        }
        analysis.costs().stream()
                .filter(c -> c.scenario().equals(scenario.scenario().name()))
                .forEach(c -> cost(c, scenario));
        costOfReference(scenario);
    }

    private void add(
            CellAnalysis cell, ScenarioAnalysis scenario, String anchor, Scope side, String text, String brief) {
        entries.add(new Entry(
                cell.transport(),
                respect(scenario.scenario()),
                side,
                asked(scenario.scenario()) + ": " + text,
                brief,
                Evidence.measured(scenario.scenario().name(), anchor)));
    }

    private static String asked(Scenario scenario) {
        return scenario.name() + ", " + scenario.conditions();
    }

    private void compared(CellAnalysis cell, ScenarioAnalysis scenario, String anchor) {
        Optional<Comparison> median = scenario.median(cell.transport());
        String p50 = Figures.micros(cell.intended().p50Nanos());
        if (median.isEmpty()) {
            add(cell, scenario, anchor, Scope.CANT_TELL, p50 + ", with nothing to compare it to", p50);
            return;
        }
        Comparison c = median.get();
        String times = times(c.ratio(), c.reference(), c.hasInterval(), c.low95(), c.high95());
        switch (c.verdict()) {
            case FASTER, SLOWER, SAME, SLIGHTLY_FASTER, SLIGHTLY_SLOWER ->
                add(
                        cell,
                        scenario,
                        anchor,
                        side(c.verdict()),
                        "the median is " + times + ": " + c.verdict().words(),
                        p50 + ", " + Figures.ratio(c.ratio()) + " times, "
                                + c.verdict().words());
            case NO_VERDICT, BROKEN ->
                add(
                        cell,
                        scenario,
                        anchor,
                        Scope.CANT_TELL,
                        c.broken()
                                ? c.verdict().words()
                                : times + ": " + c.verdict().words(),
                        p50 + ", " + c.verdict().words());
        }
    }

    /** What all others are to it, turned round. */
    private void reference(CellAnalysis cell, ScenarioAnalysis scenario, String anchor) {
        String p50 = Figures.micros(cell.intended().p50Nanos());
        List<Comparison> others = scenario.comparisons().stream()
                .filter(c -> c.percentile() == 50)
                .filter(c -> !c.transport().equals(run.suite().baseline()))
                .toList();
        List<String> faster = named(others, Verdict.FASTER);
        List<String> slower = named(others, Verdict.SLOWER);
        List<String> same = named(others, Verdict.SAME);
        if (faster.isEmpty() && slower.isEmpty() && same.isEmpty()) {
            add(cell, scenario, anchor, Scope.CANT_TELL, p50 + ", with no verdict on any other", p50);
            return;
        }
        List<String> said = new ArrayList<>();
        said(said, "slower than ", faster);
        said(said, "the same as ", same);
        said(said, "faster than ", slower);
        Scope side = faster.isEmpty() == slower.isEmpty() ? Scope.NEITHER : faster.isEmpty() ? Scope.PRO : Scope.CON;
        add(cell, scenario, anchor, side, "the median is " + String.join(", ", said), p50);
    }

    private static void said(List<String> all, String what, List<String> names) {
        if (!names.isEmpty()) {
            all.add(what + String.join(" and ", names) + "'s");
        }
    }

    private static List<String> named(List<Comparison> all, Verdict verdict) {
        return all.stream()
                .filter(c -> c.verdict() == verdict)
                .map(Comparison::transport)
                .collect(Collectors.toList());
    }

    private void cost(CostComparison c, ScenarioAnalysis scenario) {
        String times = times(
                c.ratio().ratio(),
                c.reference(),
                c.ratio().hasInterval(),
                c.ratio().low95(),
                c.ratio().high95());
        String words = switch (c.verdict()) {
            case FASTER -> "cheaper";
            case SLOWER -> "more expensive";
            case SLIGHTLY_FASTER -> "slightly cheaper";
            case SLIGHTLY_SLOWER -> "slightly more expensive";
            case SAME -> "the same";
            case NO_VERDICT, BROKEN -> "no verdict yet";
        };
        String each = scenario.cells().stream()
                .filter(cell -> cell.transport().equals(c.transport()))
                .findFirst()
                .map(cell -> Figures.threeDigits(cell.cpuMicrosPerCall()) + " µs, ")
                .orElse("");
        entries.add(new Entry(
                c.transport(),
                Dimension.COST,
                side(c.verdict()),
                asked(scenario.scenario()) + ": the CPU of all processes together is " + times + ": " + words,
                each + Figures.ratio(c.ratio().ratio()) + " times, " + words,
                Evidence.measured(scenario.scenario().name() + ", cost", Anchors.COST)));
    }

    private void costOfReference(ScenarioAnalysis scenario) {
        scenario.cells().stream()
                .filter(cell -> cell.transport().equals(run.suite().reference()))
                .filter(cell -> cell.cpuMicrosPerCall() > 0)
                .forEach(cell -> {
                    String each = Figures.threeDigits(cell.cpuMicrosPerCall()) + " µs";
                    entries.add(new Entry(
                            cell.transport(),
                            Dimension.COST,
                            Scope.NEITHER,
                            asked(scenario.scenario()) + ": the CPU of all processes together is " + each,
                            each,
                            Evidence.measured(scenario.scenario().name() + ", cost", Anchors.COST)));
                });
    }

    private static Scope side(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> Scope.PRO;
            case SLOWER -> Scope.CON;
            case SAME, SLIGHTLY_FASTER, SLIGHTLY_SLOWER -> Scope.NEITHER;
            case NO_VERDICT, BROKEN -> Scope.CANT_TELL;
        };
    }

    private static String times(double ratio, String reference, boolean interval, double low, double high) {
        return Figures.ratio(ratio) + " times " + reference + "'s"
                + (interval ? " (" + Figures.ratio(low) + " to " + Figures.ratio(high) + ")" : "");
    }
}
