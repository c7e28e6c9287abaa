package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Capacity;
import anywire.bench.model.Capacity.Step;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Axis;
import anywire.bench.report.Piece.Chart;
import anywire.bench.report.Piece.Line;
import anywire.bench.report.Piece.Point;
import anywire.bench.report.Piece.Scale;
import java.util.Comparator;
import java.util.List;

/** How much each row takes, and every rate that was tried. */
final class CapacitySection {
    private CapacitySection() {}

    static Section of(Run run) {
        List<Capacity> all = run.capacities();
        return Section.titled(Anchors.CAPACITY, "Capacity")
                .text(
                        all.isEmpty()
                                ? ""
                                : "The highest rate of independent arrivals at which two of three windows held: every call"
                                        + " answered rightly, sent on time, p99 from the intended start under 10 ms. Steps are"
                                        + " a quarter apart, so it lies between the two figures. One driver sends: where its own"
                                        + " core is what is full, that is the end of the client, not of the service.")
                .table(
                        "Windows of 3 s going up, then 10 s over fresh processes",
                        List.of("transport", "of", "holds", "does not hold", "since"),
                        all.stream()
                                .map(c -> Section.row(
                                        run.label(c.row()),
                                        c.action(),
                                        rate(c.holdsPerSecond()),
                                        rate(c.failsPerSecond()),
                                        c.limitedBy().isEmpty() ? Shown.NONE : c.limitedBy()))
                                .toList())
                .chart(new Chart(
                        "Worst p99 at every rate tried going up",
                        new Axis("calls a second", "", Scale.LOG),
                        new Axis("worst p99", "µs", Scale.LOG),
                        all.stream().map(c -> line(run, c)).toList()))
                .table(
                        "Every rate tried",
                        List.of("transport", "rate", "windows", "held", "worst p99"),
                        all.stream()
                                .flatMap(c -> c.steps().stream().map(s -> step(run.label(c.row()), s)))
                                .toList())
                .build();
    }

    private static Line line(Run run, Capacity capacity) {
        return new Line(
                run.label(capacity.row()),
                run.suite().transports().indexOf(capacity.row()),
                capacity.steps().stream()
                        .filter(s -> !s.confirming())
                        .sorted(Comparator.comparingDouble(Step::ratePerSecond))
                        .map(s -> new Point(s.ratePerSecond(), s.worstP99Nanos() / 1e3))
                        .toList());
    }

    private static List<Piece.Entry> step(String label, Step step) {
        return Section.row(
                label,
                rate(step.ratePerSecond()) + (step.confirming() ? ", fresh processes" : ""),
                String.valueOf(step.windows()),
                String.valueOf(step.held()),
                Figures.micros(step.worstP99Nanos()));
    }

    private static String rate(double perSecond) {
        return perSecond == 0 ? Shown.NONE : Figures.whole(perSecond) + "/s";
    }
}
