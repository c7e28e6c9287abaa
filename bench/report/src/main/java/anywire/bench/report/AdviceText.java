package anywire.bench.report;

import anywire.bench.analysis.advice.Advice;
import anywire.bench.analysis.advice.Advice.Excluded;
import anywire.bench.analysis.advice.Advice.Ranked;
import anywire.bench.analysis.advice.Advice.Reason;
import anywire.bench.analysis.advice.Entry;
import anywire.bench.analysis.advice.Evidence;
import anywire.bench.analysis.advice.Overview;
import anywire.bench.analysis.advice.Query;
import anywire.bench.analysis.advice.Requirement;
import anywire.bench.analysis.advice.Scope;
import anywire.bench.analysis.advice.Standing.Timing;
import anywire.bench.analysis.advice.Standing.Work;
import anywire.bench.model.Dimension;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Advice for a terminal. */
public final class AdviceText {
    private static final int WIDTH = 100;
    /** What the figures above it say already. */
    private static final Set<Dimension> SAID = EnumSet.of(
            Dimension.LATENCY, Dimension.LATENCY_FAR, Dimension.HEARD, Dimension.CAPACITY, Dimension.PAYLOAD);

    private AdviceText() {}

    /** Plain lines, ASCII alone unless a name holds more. */
    public static List<String> lines(Run run, Query need, Advice advice, Overview overview) {
        List<String> lines = new ArrayList<>(Wrapped.lines(
                "You need: " + needed(need) + ". By " + run.id() + "; M: measured there, T: tested, S: stated.",
                WIDTH));
        for (Ranked ranked : advice.ranked()) {
            lines.add("");
            lines.add((ranked.place() == 0 ? "?" : String.valueOf(ranked.place())) + "  "
                    + ranked.row().label()
                    + ranked.timing()
                            .map(t -> ": " + timed(t, run.suite().reference()) + " " + mark(t.evidence()))
                            .orElse(""));
            list(lines, "for", entries(overview, ranked, Scope.PRO));
            list(lines, "against", entries(overview, ranked, Scope.CON));
            list(lines, "unknown", ranked.unknown());
        }
        if (advice.ranked().isEmpty()) {
            lines.add("");
            lines.add("None of them does.");
        }
        for (Excluded excluded : advice.excluded()) {
            lines.add("");
            lines.add("no " + excluded.row().label());
            list(
                    lines,
                    "since",
                    excluded.reasons().stream().map(AdviceText::reason).toList());
        }
        return lines.stream().map(TerminalSummary::ascii).toList();
    }

    private static String needed(Query need) {
        List<String> needs = Arrays.stream(Requirement.values())
                .filter(need.wishes()::contains)
                .map(Requirement::text)
                .collect(Collectors.toList());
        needs.add(Advice.over(need.network()));
        if (need.ratePerSecond() > 0) {
            needs.add(Figures.whole(need.ratePerSecond()) + "/s");
        }
        if (need.bodyBytes() > 0) {
            needs.add("bodies of " + Figures.whole(need.bodyBytes()) + " bytes");
        }
        if (need.withinNanos() > 0) {
            needs.add("nine of ten " + (need.rank() == Work.CALL ? "calls over" : "posts heard") + " in "
                    + Figures.micros(need.withinNanos()));
        }
        return String.join("; ", needs);
    }

    static String timed(Timing timing, String reference) {
        String ratio = timing.ratio() == 0 || timing.verdict().equals("reference")
                ? timing.verdict()
                : Figures.ratio(timing.ratio()) + " times " + reference + "'s"
                        + (timing.high95() > 0
                                ? " (" + Figures.ratio(timing.low95()) + " to " + Figures.ratio(timing.high95()) + ")"
                                : "")
                        + ", " + timing.verdict();
        return "median " + Figures.micros(timing.p50Nanos()) + ", nine of ten in " + Figures.micros(timing.p90Nanos())
                + "; " + ratio;
    }

    private static List<String> entries(Overview overview, Ranked ranked, Scope side) {
        return overview.of(ranked.row().row()).stream()
                .filter(entry -> entry.side() == side && !SAID.contains(entry.respect()))
                .map(AdviceText::entry)
                .distinct()
                .toList();
    }

    private static String entry(Entry entry) {
        String text = entry.text();
        return (text.endsWith(".") ? text.substring(0, text.length() - 1) : text) + " " + mark(entry.evidence());
    }

    private static String reason(Reason reason) {
        return reason.text() + " " + mark(reason.evidence());
    }

    /** The report has what it stands for; an address stands by itself. */
    private static String mark(Evidence evidence) {
        boolean address =
                evidence.kind() == Evidence.Kind.STATED && !evidence.link().startsWith("#");
        return "[" + evidence.kind().mark() + (address ? " " + evidence.link() : "") + "]";
    }

    private static void list(List<String> lines, String what, List<String> items) {
        String head = what;
        for (String item : items) {
            for (String line : Wrapped.lines(item, WIDTH - 13)) {
                lines.add(String.format("   %-9s %s", head, line));
                head = "";
            }
        }
    }
}
