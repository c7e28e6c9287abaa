package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.analysis.advice.ReasonText;
import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Latency;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.report.Piece.Axis;
import anywire.bench.report.Piece.Chart;
import anywire.bench.report.Piece.Line;
import anywire.bench.report.Piece.Point;
import anywire.bench.report.Piece.Scale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The same scenario at several rates, put together. */
final class LoadCurveSection {
    private static final int MIN_RATES = 3;

    private LoadCurveSection() {}

    /** What scenarios have in common that differ in their rate alone. */
    private record Asked(Action action, String codec, int followers, Network network) {
        static Asked by(Scenario s) {
            return new Asked(s.action(), s.codec(), s.followers(), s.network());
        }

        String text() {
            return action + (followers == 0 ? "" : " to " + followers) + ", " + codec
                    + (network == Network.LOOPBACK ? "" : ", at a round trip of " + network.shown());
        }
    }

    static Section of(Run run, Analysis analysis) {
        Map<Asked, List<ScenarioAnalysis>> groups = new LinkedHashMap<>();
        analysis.scenarios().stream()
                .filter(s -> s.scenario().load().loop().open())
                .forEach(s -> groups.computeIfAbsent(Asked.by(s.scenario()), a -> new ArrayList<>())
                        .add(s));
        groups.values()
                .removeIf(all -> all.stream()
                                .mapToDouble(LoadCurveSection::rate)
                                .distinct()
                                .count()
                        < MIN_RATES);
        Section.Builder section = Section.titled(Anchors.LOAD_CURVE, "Load curve");
        if (groups.isEmpty()) {
            return section.build();
        }
        section.text(
                "The same call at several rates of independent arrivals, from the intended start: what a transport takes"
                        + " when there is more to do. Each point is a scenario above, with its own interval and trust; here nothing"
                        + " is ranked.");
        groups.forEach((asked, all) -> {
            all.sort(Comparator.comparingDouble(LoadCurveSection::rate));
            section.chart(chart(run, asked, "p50", all, Latency::p50Nanos))
                    .chart(chart(run, asked, "p90", all, Latency::p90Nanos));
        });
        return section.bullets(groups.values().stream()
                        .flatMap(Collection::stream)
                        .flatMap(s -> broken(run, s).stream())
                        .toList())
                .build();
    }

    private static double rate(ScenarioAnalysis s) {
        return s.scenario().load().ratePerSecond();
    }

    private static Chart chart(
            Run run, Asked asked, String what, List<ScenarioAnalysis> all, ToLongFunction<Latency> figure) {
        List<Line> lines = new ArrayList<>();
        List<String> rows = run.suite().transports();
        for (String row : rows) {
            List<Point> points = all.stream()
                    .flatMap(s ->
                            cell(s, row).map(c -> new Point(rate(s), figure.applyAsLong(c.intended()) / 1e3)).stream())
                    .toList();
            if (!points.isEmpty()) {
                lines.add(new Line(run.label(row), rows.indexOf(row), points));
            }
        }
        return new Chart(
                what + " by load, " + asked.text(),
                new Axis("calls a second", "", Scale.LOG),
                new Axis(what, "µs", Scale.LOG),
                lines);
    }

    private static Optional<CellAnalysis> cell(ScenarioAnalysis s, String row) {
        return s.cells().stream()
                .filter(c -> c.transport().equals(row) && c.intended().count() > 0)
                .findFirst();
    }

    private static List<String> broken(Run run, ScenarioAnalysis s) {
        return s.cells().stream()
                .filter(c -> !c.delivered())
                .map(c -> run.label(c.transport()) + ", " + s.scenario().conditions() + ": "
                        + ReasonText.of(c.broken().get(0)))
                .toList();
    }
}
