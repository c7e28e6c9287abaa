package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.Trials.Moment;
import anywire.bench.model.Trials.Overload;
import anywire.bench.report.Piece.Axis;
import anywire.bench.report.Piece.Chart;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Line;
import anywire.bench.report.Piece.Point;
import anywire.bench.report.Piece.Scale;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What happens to ten times too many events. */
final class OverloadSection {
    private OverloadSection() {}

    static Section of(Run run) {
        List<Overload> all = run.trials().overloads();
        if (all.isEmpty()) {
            return Section.titled(Anchors.OVERLOAD, "Overload").build();
        }
        Overload first = all.get(0);
        return Section.titled(Anchors.OVERLOAD, "Overload")
                .text(
                        "Events at " + Figures.whole(first.offeredPerSecond()) + " a second for "
                                + Figures.whole(first.offeredSeconds())
                                + " s, to a consumer that is made to take 2 ms for each: ten times what it can handle. Where they wait,"
                                + " who is told, and how long it takes to handle what was taken. One trial each, so no interval.")
                .table(
                        "",
                        List.of(
                                "transport",
                                "handled meanwhile",
                                "sent",
                                "went on",
                                "told: failed",
                                "since",
                                "longest backlog",
                                "drained after",
                                "never handled"),
                        all.stream().map(o -> row(run, o)).toList())
                .chart(chart(
                        run,
                        "Backlog: sent, not refused, not handled yet, wherever it waits",
                        "events",
                        all,
                        Moment::backlog))
                .chart(chart(
                        run,
                        "What the producer felt: events so far of which it was told that they failed",
                        "events",
                        all,
                        Moment::failed))
                .chart(chart(
                        run,
                        "What the producer felt: median time until it could go on",
                        "ms",
                        all,
                        moment -> moment.producerNanos() / 1e6))
                .build();
    }

    private static List<Entry> row(Run run, Overload o) {
        long longest = o.moments().stream().mapToLong(Moment::backlog).max().orElse(0);
        return Section.row(
                run.label(o.row()),
                Figures.whole(o.handledPerSecond()) + "/s",
                Figures.whole(o.sent()),
                Figures.whole(o.wentOn()),
                Figures.whole(o.failed()),
                o.faults().isEmpty() ? Shown.NONE : String.join(", ", o.faults()),
                Figures.whole(longest),
                o.left() == 0 ? String.format(Locale.ROOT, "%.1f s", o.drainSeconds()) : "not drained",
                Figures.whole(o.left()));
    }

    private static Chart chart(
            Run run, String caption, String unit, List<Overload> all, ToDoubleFunction<Moment> value) {
        List<Line> lines = all.stream()
                .map(o -> new Line(
                        run.label(o.row()),
                        run.suite().transports().indexOf(o.row()),
                        o.moments().stream()
                                .filter(m -> m.seconds() >= 0)
                                .map(m -> new Point(m.seconds(), value.applyAsDouble(m)))
                                .toList()))
                .toList();
        return new Chart(caption, new Axis("seconds", "", Scale.LINEAR), new Axis(unit, "", Scale.LINEAR), lines);
    }
}
