package anywire.bench.report;

import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Figures;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reader takes away: one sentence for each primary scenario, with its interval and its verdict; where the same
 * work is done over another network too, what is left of it there comes next.
 */
final class Closing {
    private Closing() {}

    static String of(Run run, List<ScenarioAnalysis> scenarios) {
        List<ScenarioAnalysis> measured =
                scenarios.stream().filter(s -> !s.cells().isEmpty()).toList();
        if (measured.isEmpty()) {
            return "Nothing was measured" + (run.complete() ? "." : ": " + plain(run.incomplete()) + ".");
        }
        List<ScenarioAnalysis> primary =
                measured.stream().filter(s -> s.scenario().primary()).toList();
        List<ScenarioAnalysis> told = primary.isEmpty() ? measured : primary;
        List<String> sentences = new ArrayList<>();
        String last = "";
        for (ScenarioAnalysis scenario : told) {
            List<ScenarioAnalysis> alike = told.stream()
                    .filter(s -> sameWork(s.scenario(), scenario.scenario()))
                    .toList();
            if (alike.get(0) != scenario) {
                continue;
            }
            for (ScenarioAnalysis one : alike) {
                String where = where(one.scenario().network());
                sentences.add((where.equals(last) ? "There, " : where)
                        + (one == scenario
                                ? sentence(run, one, one.scenario().name() + "'s median", true)
                                : sentence(run, one, "the same", false)));
                last = where;
            }
        }
        return String.join(" ", sentences);
    }

    /** All alike but the network. */
    private static boolean sameWork(Scenario a, Scenario b) {
        return a.action() == b.action()
                && a.codec().equals(b.codec())
                && a.followers() == b.followers()
                && a.load().equals(b.load());
    }

    private static String where(Network network) {
        return network == Network.LOOPBACK ? "On loopback, " : "At a round trip of " + network.shown() + ", ";
    }

    /**
     * @param what is told of: {@code authenticate's median}, {@code the same}
     * @param baseline whether it is told of too: no network can be put under it
     */
    private static String sentence(Run run, ScenarioAnalysis scenario, String what, boolean baseline) {
        List<Comparison> medians = scenario.comparisons().stream()
                .filter(c -> c.percentile() == 50)
                .filter(c -> baseline || !c.transport().equals(run.suite().baseline()))
                .sorted(Comparator.comparing(
                        c -> c.transport().equals(run.suite().baseline())))
                .toList();
        if (medians.isEmpty()) {
            return what + " over "
                    + scenario.cells().stream().map(Closing::alone).collect(Collectors.joining(", over "))
                    + "; it has nothing to be compared with.";
        }
        List<String> told = new ArrayList<>();
        boolean saidWhat = false;
        for (Comparison c : medians) {
            told.add(c.transport() + " " + (told(c) ? took(c, saidWhat) + numbers(c) : untold(c)));
            saidWhat |= told(c);
        }
        return what + " over " + String.join("; over ", told) + ".";
    }

    private static boolean told(Comparison c) {
        return !c.broken() && c.rounds() > 0;
    }

    private static String took(Comparison c, boolean saidWhat) {
        String times = Figures.ratio(c.ratio()) + " times";
        return saidWhat ? times : "took " + times + " as long as over " + c.reference();
    }

    private static String alone(CellAnalysis cell) {
        return cell.transport() + " was " + Figures.micros(cell.intended().p50Nanos());
    }

    private static String untold(Comparison c) {
        return c.broken() ? "has no figure, since it did not deliver its load rightly" : "was not measured";
    }

    private static String numbers(Comparison c) {
        String interval = c.hasInterval()
                ? Figures.ratio(c.low95()) + " to " + Figures.ratio(c.high95()) + ", "
                : "no interval from ";
        return " (" + interval + Figures.count(c.rounds(), "round") + ", trust "
                + c.trust().words() + "): " + c.verdict().words();
    }

    private static String plain(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
