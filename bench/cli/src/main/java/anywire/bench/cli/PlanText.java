package anywire.bench.cli;

import anywire.bench.model.Figures;
import anywire.bench.model.Plan;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.transport.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A resolved plan for a person to check before it is run. */
final class PlanText {
    private PlanText() {}

    static List<String> lines(Plan plan) {
        Suite suite = plan.suite();
        List<String> lines = new ArrayList<>();
        lines.add("suite       " + suite.name() + (suite.question().isEmpty() ? "" : ": " + suite.question()));
        lines.add("transports  " + suite.rows().stream().map(Row::toString).collect(Collectors.joining(", "))
                + " (ratios to " + suite.reference()
                + (suite.transports().contains(suite.baseline()) ? ", tax from " + suite.baseline() : "") + ")");
        lines.add("floors      " + (suite.floors().isEmpty() ? "none" : String.join(", ", suite.floors())));
        lines.add("layout      " + suite.layout().name().toLowerCase(Locale.ROOT));
        lines.add("graph       " + graph(suite.graph()));
        lines.add("seed        " + suite.seed());
        lines.add("deadline    " + Durations.print(suite.deadline()) + ", margin " + Figures.percent(suite.margin()));
        lines.add("warm-up     at most " + Durations.print(suite.warmUp()) + " a row, in each generation");
        lines.add("budget      " + Durations.print(suite.budget())
                + "; generations and rounds are settled when the first round is over, by what it cost");
        for (Scenario scenario : suite.scenarios()) {
            lines.add("scenario    " + scenario.name() + ": " + scenario.action() + ", " + scenario.codec() + ", "
                    + scenario.load() + (scenario.primary() ? ", primary" : ""));
        }
        plan.notApplicable().forEach(line -> lines.add("left out    " + line));
        for (PlannedGeneration generation : plan.generations()) {
            lines.add("order       generation " + generation.number() + ": " + windows(generation));
        }
        int windows =
                plan.generations().stream().mapToInt(b -> b.windows().size()).sum();
        lines.add("time        at most about " + Times.about(plan.estimate()) + ": "
                + plan.generations().size() + " generations, " + windows + " windows of "
                + Durations.print(suite.window()));
        return lines;
    }

    /** Of its first two rounds: {@code [socket] authenticate: http tcp inproc ... authenticate: inproc tcp http ...} */
    private static String windows(PlannedGeneration generation) {
        StringBuilder text = new StringBuilder();
        String scenario = "";
        int last = generation.windows().get(0).round() + 1;
        for (PlannedWindow window : generation.windows()) {
            if (window.round() > last) {
                return text + " ...";
            }
            text.append(text.isEmpty() ? "" : " ");
            if (window.isFloor()) {
                text.append('[').append(window.target()).append(']');
                continue;
            }
            if (!window.scenario().equals(scenario)) {
                scenario = window.scenario();
                text.append(scenario).append(": ");
            }
            text.append(window.target());
        }
        return text.toString();
    }

    private static String graph(GraphChoice graph) {
        return graph.file().isEmpty()
                ? graph.users() + " users, " + graph.authors() + " of them authors with " + graph.followers()
                        + " followers each, generated"
                : graph.file() + ", " + graph.authors() + " authors drawn from it";
    }
}
