package anywire.bench.analysis;

import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Analysis.Verdict;
import anywire.bench.run.Figures;
import anywire.bench.run.Network;
import anywire.bench.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
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
        String last = "";
        for (ScenarioAnalysis scenario : primary.isEmpty() ? measured : primary) {
            String where = where(scenario.scenario().network());
            sentences.add((where.equals(last) ? "There, " : where) + sentence(run, scenario));
            last = where;
        }
        if (trust == Trust.DOUBTFUL) {
            sentences.add("The run is " + trust.words() + ": read why before you use this.");
        }
        return String.join(" ", sentences);
    }

    private static String where(Network network) {
        return network == Network.LOOPBACK ? "On loopback, " : "At a round trip of " + network.shown() + ", ";
    }

    private static String sentence(Run run, ScenarioAnalysis scenario) {
        String what = scenario.scenario().name() + "'s median over ";
        List<Comparison> medians = scenario.comparisons().stream()
                .filter(c -> c.percentile() == 50)
                .sorted(Comparator.comparing(
                        c -> c.transport().equals(run.suite().baseline())))
                .toList();
        if (scenario.trust() == Trust.INVALID) {
            return scenario.scenario().name() + "'s median can't be had from this run: the scenario is invalid.";
        }
        if (medians.isEmpty()) {
            return what
                    + scenario.cells().stream().map(Closing::alone).collect(Collectors.joining(", over "))
                    + "; it has nothing to be compared with.";
        }
        List<String> told = new ArrayList<>();
        boolean saidWhat = false;
        for (Comparison c : medians) {
            told.add(c.transport() + " " + (told(c) ? took(c, saidWhat) + numbers(c) : untold(c)));
            saidWhat |= told(c);
        }
        return what + String.join("; over ", told) + ".";
    }

    private static boolean told(Comparison c) {
        return c.verdict() != Verdict.NOT_RANKED && c.blocks() > 0;
    }

    private static String took(Comparison c, boolean saidWhat) {
        String times = Figures.ratio(c.ratio()) + " times";
        return saidWhat ? times : "took " + times + " as long as over " + c.reference();
    }

    private static String alone(CellAnalysis cell) {
        return cell.transport() + " was " + Figures.micros(cell.intended().p50Nanos());
    }

    private static String untold(Comparison c) {
        return (c.verdict() == Verdict.NOT_RANKED ? "is not ranked (" : "can't be told (") + c.note() + ")";
    }

    private static String numbers(Comparison c) {
        String interval = c.hasInterval()
                ? Figures.ratio(c.low95()) + " to " + Figures.ratio(c.high95()) + ", "
                : "no interval from ";
        return " (" + interval + Figures.count(c.blocks(), "block") + "): "
                + c.verdict().words();
    }

    private static String plain(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
