package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.analysis.advice.ReasonText;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.RoundRatio;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.report.Piece.Axis;
import anywire.bench.report.Piece.Chart;
import anywire.bench.report.Piece.Dot;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Line;
import anywire.bench.report.Piece.Point;
import anywire.bench.report.Piece.Scale;
import anywire.bench.report.Piece.Strip;
import anywire.bench.report.Piece.StripRow;
import anywire.bench.report.Piece.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One scenario: its figures, its ratios, and each round's ratio, so that a reader sees the spread for himself. */
final class ScenarioSection {
    private final Run run;
    private final ScenarioAnalysis analysis;
    private final Scenario scenario;
    private final String id;

    /** @param index of the scenario in the suite */
    ScenarioSection(Run run, ScenarioAnalysis analysis, int index) {
        this.run = run;
        this.id = Anchors.scenario(index);
        this.analysis = analysis;
        this.scenario = analysis.scenario();
    }

    Section section() {
        return Section.titled(id, scenario.name())
                .text(what())
                .text(analysis.cells().isEmpty() ? "Nothing was measured." : "")
                .table("Latency from the intended start, over all rounds", heads(), figures())
                .bullets(doubts())
                .strip(strip())
                .chart(curves())
                .table(
                        "Ratios to " + run.label(run.suite().reference()),
                        List.of(
                                "transport",
                                "of",
                                "ratio",
                                "95 % interval",
                                "90 % interval",
                                "spread of a round",
                                "spread of a generation",
                                "smallest visible",
                                "p",
                                "verdict",
                                "trust"),
                        ratios())
                .table(
                        "Ratios without disturbed rounds, as a probe found them",
                        List.of("transport", "of", "without disturbed rounds", "rounds left"),
                        undisturbed())
                .table("Each round's ratio at p50 (in brackets: a probe found it disturbed)", stripHeads(), strips())
                .table(
                        "From the actual send, and how late the driver was",
                        List.of("transport", "p50", "p90", "send lag p50", "send lag p99", "idle thread late p99"),
                        actual())
                .table(
                        "Over the floor: a bare blocking ping-pong in the same generations",
                        List.of("transport", "of", "ratio", "95 % interval", "rounds"),
                        floors())
                .build();
    }

    private String what() {
        return "%s, %s codec, %s. %s Trust: %s."
                .formatted(
                        scenario.action(),
                        scenario.codec(),
                        scenario.conditions(),
                        LoadText.of(run, scenario),
                        analysis.trust().words());
    }

    private List<String> heads() {
        return List.of(
                "transport",
                "p50",
                "p90",
                "p99",
                "p50 to " + run.suite().reference() + " (95 %)",
                "verdict",
                "CPU each (driver + services + broker)",
                "answers/s",
                "accounting");
    }

    private List<List<Entry>> figures() {
        List<List<Entry>> rows = new ArrayList<>();
        String reference = run.suite().reference();
        for (CellAnalysis cell : analysis.cells()) {
            Optional<Comparison> median = analysis.median(cell.transport());
            rows.add(List.of(
                    Entry.of(run.label(cell.transport())),
                    Entry.of(Shown.micros(cell.intended(), cell.intended().p50Nanos())),
                    Entry.of(Shown.micros(cell.intended(), cell.intended().p90Nanos())),
                    new Entry(
                            Shown.p99(cell),
                            cell.p99().printable() && !cell.p99().machine() ? Tone.PLAIN : Tone.FAINT),
                    Entry.of(Shown.ratio(cell, reference, median)),
                    Shown.verdict(cell, reference, median),
                    Entry.of(Shown.cpu(cell)),
                    Entry.of(Figures.whole(cell.perSecond())),
                    Shown.accounting(cell.accounting())));
        }
        return rows;
    }

    private List<String> doubts() {
        return analysis.reasons().stream().map(ReasonText::of).toList();
    }

    private List<List<Entry>> ratios() {
        return analysis.comparisons().stream()
                .sorted(Comparator.comparing(Comparison::percentile))
                .map(this::ratio)
                .toList();
    }

    private List<Entry> ratio(Comparison c) {
        boolean interval = c.hasInterval();
        return List.of(
                Entry.of(run.label(c.transport())),
                Entry.of("p" + c.percentile()),
                Entry.of(c.ratio() == 0 ? Shown.NONE : Figures.ratio(c.ratio())),
                Entry.of(Shown.interval(interval, c.low95(), c.high95())),
                Entry.of(Shown.interval(interval, c.low90(), c.high90())),
                Entry.of(
                        c.rounds() < 2 ? Shown.NONE : Figures.percent(c.spread().withinSdLog())),
                Entry.of(Figures.percent(c.spread().betweenSdLog()) + ", "
                        + c.spread().source()),
                Entry.of(interval ? Figures.percent(c.smallestVisible()) : Shown.NONE),
                Entry.of(p(c)),
                Shown.verdict(c.verdict()),
                Entry.of(c.trust().words()));
    }

    private List<List<Entry>> undisturbed() {
        return analysis.comparisons().stream()
                .filter(c -> c.leavesOut() && c.undisturbed().rounds() > 0 && !c.broken())
                .sorted(Comparator.comparing(Comparison::percentile))
                .map(c -> Section.row(
                        run.label(c.transport()),
                        "p" + c.percentile(),
                        Shown.ratio(c.undisturbed()),
                        String.valueOf(c.undisturbed().rounds())))
                .toList();
    }

    private static String p(Comparison c) {
        if (c.p() >= 1) {
            return Shown.NONE;
        }
        String p = c.p() < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", c.p());
        return p + (c.family() > 1 ? " corrected for " + c.family() : " uncorrected");
    }

    private Strip strip() {
        List<String> rows = run.suite().transports();
        return new Strip(
                "p50 of each round, times " + run.label(run.suite().reference())
                        + ": a dot is a round (hollow: a probe found it disturbed), the bar the 95 % interval, the grey band what does"
                        + " not matter",
                run.suite().reference(),
                run.suite().margin(),
                analysis.comparisons().stream()
                        .filter(c -> c.percentile() == 50)
                        .filter(c -> c.perRound().stream().anyMatch(b -> b.ratio() > 0))
                        .map(c -> new StripRow(
                                run.label(c.transport()),
                                rows.indexOf(c.transport()),
                                c.low95(),
                                c.high95(),
                                c.perRound().stream()
                                        .filter(b -> b.ratio() > 0)
                                        .map(b -> new Dot(b.generation(), b.round(), b.ratio(), b.disturbed()))
                                        .toList()))
                        .toList());
    }

    private Chart curves() {
        List<String> rows = run.suite().transports();
        return new Chart(
                "Latency by percentile, from the intended start; a line ends where fewer than ten calls lie beyond",
                new Axis("of all calls", "", Scale.RANK),
                new Axis("at most", "µs", Scale.LOG),
                analysis.cells().stream()
                        .filter(c -> !c.curve().isEmpty())
                        .map(c -> new Line(
                                run.label(c.transport()),
                                rows.indexOf(c.transport()),
                                c.curve().stream()
                                        .map(p -> new Point(p.share(), p.nanos() / 1e3))
                                        .toList()))
                        .toList());
    }

    private List<Integer> rounds() {
        return analysis.comparisons().stream()
                .flatMap(c -> c.perRound().stream())
                .map(RoundRatio::round)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> stripHeads() {
        List<String> heads = new ArrayList<>(List.of("round"));
        rounds().forEach(b -> heads.add(String.valueOf(b)));
        return heads;
    }

    private List<List<Entry>> strips() {
        List<Integer> rounds = rounds();
        return analysis.comparisons().stream()
                .filter(c -> c.percentile() == 50 && !c.perRound().isEmpty())
                .map(c -> {
                    List<Entry> row = new ArrayList<>(List.of(Entry.of(run.label(c.transport()))));
                    rounds.forEach(b -> row.add(strip(c, b)));
                    return List.copyOf(row);
                })
                .toList();
    }

    private static Entry strip(Comparison c, int round) {
        return c.perRound().stream()
                .filter(b -> b.round() == round)
                .findFirst()
                .map(b -> b.disturbed()
                        ? new Entry("[" + Figures.ratio(b.ratio()) + "]", Tone.FAINT)
                        : Entry.of(Figures.ratio(b.ratio())))
                .orElse(new Entry(Shown.NONE, Tone.FAINT));
    }

    private List<List<Entry>> actual() {
        if (!scenario.load().loop().open()) {
            return List.of();
        }
        return analysis.cells().stream()
                .map(c -> Section.row(
                        run.label(c.transport()),
                        Shown.micros(c.actual(), c.actual().p50Nanos()),
                        Shown.micros(c.actual(), c.actual().p90Nanos()),
                        Shown.micros(c.sendLag(), c.sendLag().p50Nanos()),
                        Shown.micros(c.sendLag(), c.sendLag().p99Nanos()),
                        c.p99().hiccupNanos() == 0
                                ? Shown.NONE
                                : Figures.micros(c.p99().hiccupNanos())))
                .toList();
    }

    private List<List<Entry>> floors() {
        return analysis.cells().stream()
                .flatMap(c -> c.floorRatios().stream()
                        .map(r -> Section.row(
                                run.label(c.transport()),
                                r.of(),
                                Figures.ratio(r.ratio()),
                                Shown.interval(r.hasInterval(), r.low95(), r.high95()),
                                String.valueOf(r.rounds()))))
                .toList();
    }
}
