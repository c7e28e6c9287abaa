package anywire.bench.analysis;

import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Analysis.Verdict;
import anywire.bench.run.Figures;
import anywire.bench.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader takes away: one sentence for each primary scenario, with its interval and its verdict. */
final class Closing {
    private Closing() {}

    static String of(Run run, Trust trust, List<ScenarioAnalysis> scenarios) {
        List<ScenarioAnalysis> measured =
                scenarios.stream().filter(s -> !s.cells().isEmpty()).toList();
        if (measured.isEmpty()) {
            return "Nothing was measured" + (run.complete() ? "." : ": " + plain(run.incomplete()) + ".");
        }
        List<ScenarioAnalysis> primary =
                measured.stream().filter(s -> s.scenario().primary()).toList();
        List<String> sentences = new ArrayList<>();
        for (ScenarioAnalysis scenario : primary.isEmpty() ? measured : primary) {
            sentences.add((sentences.isEmpty() ? "On loopback, " : "There, ") + sentence(run, scenario));
        }
        if (trust != Trust.TRUSTED) {
            sentences.add("The run is " + trust.words() + ": read why before you use this.");
        }
        return String.join(" ", sentences);
    }

    private static String sentence(Run run, ScenarioAnalysis scenario) {
        String what = scenario.scenario().name() + "'s median over ";
        List<Comparison> medians = scenario.comparisons().stream()
                .filter(c -> c.percentile() == 50)
                .toList();
        if (scenario.trust() == Trust.INVALID) {
            return what + "any transport can't be had from this run: the scenario is invalid.";
        }
        if (medians.isEmpty()) {
            return what
                    + scenario.cells().stream().map(Closing::alone).collect(Collectors.joining(", over "))
                    + "; it has nothing to be compared with.";
        }
        return what
                + medians.stream().map(c -> against(c)).collect(Collectors.joining("; over "))
                + "."
                + (medians.stream().allMatch(c -> c.verdict() == Verdict.NOT_RANKED)
                        ? " " + run.suite().reference() + " is the reference."
                        : "");
    }

    private static String alone(CellAnalysis cell) {
        return cell.transport() + " was " + Figures.micros(cell.intended().p50Nanos());
    }

    private static String against(Comparison c) {
        if (c.verdict() == Verdict.NOT_RANKED) {
            return c.transport() + " is not ranked (" + c.note() + ")";
        }
        if (c.blocks() == 0) {
            return c.transport() + " can't be told (" + c.note() + ")";
        }
        String interval = c.hasInterval()
                ? " (%s to %s, %s): "
                        .formatted(
                                Figures.ratio(c.low95()), Figures.ratio(c.high95()), Figures.count(c.blocks(), "block"))
                : " (" + Figures.count(c.blocks(), "block") + ", too few for an interval): ";
        return c.transport() + " took " + Figures.ratio(c.ratio()) + " times as long as over " + c.reference()
                + interval + c.verdict().words();
    }

    private static String plain(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
