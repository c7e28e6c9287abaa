package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Degree;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.Trials.Outage;
import anywire.bench.model.Trials.Waiting;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody who posts pays for knowing more or less of what became of it, over each transport. */
final class SynchronicitySection {
    private final Run run;
    private final Analysis analysis;

    private SynchronicitySection(Run run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
    }

    static Section of(Run run, Analysis analysis) {
        return new SynchronicitySection(run, analysis).section();
    }

    private Section section() {
        List<List<Entry>> degrees = degrees();
        List<Waiting> waiting = run.trials().waiting();
        return Section.titled(Anchors.SYNCHRONICITY, "Degrees of synchronicity")
                .text(
                        degrees.isEmpty()
                                ? ""
                                : "A post is stored. Await: its author goes on when it is stored. Accept: when whatever lies"
                                        + " between has taken it (over HTTP 202, over a queue the broker's confirm). Forget: at"
                                        + " once. The first two figures are medians of the scenarios above; the others are of"
                                        + " one trial each, without an interval: 100 posts a second for 12 s, storage killed"
                                        + " after 2 s and started again 5 s later. Lost are posts whose authors were told"
                                        + " nothing bad and that storage did not hold in the end.")
                .table(
                        "Time until the author goes on, time until a reader sees it, and what an outage of storage costs",
                        List.of(
                                "transport",
                                "degree",
                                "goes on",
                                "seen",
                                "down",
                                "sent",
                                "told: failed",
                                "lost",
                                "stored though told failed",
                                "doubled"),
                        degrees)
                .text(
                        waiting.isEmpty()
                                ? ""
                                : "What a front end holds while "
                                        + Figures.whole(waiting.get(0).callers())
                                        + " callers wait for storage at once: threads and resident memory more than before"
                                        + " they came. One trial each.")
                .table(
                        "Per "
                                + (waiting.isEmpty()
                                        ? ""
                                        : Figures.whole(waiting.get(0).callers()) + " ") + "waiting callers",
                        List.of("transport", "front end", "waited", "threads", "memory", "answered"),
                        waiting.stream().map(this::waiting).toList())
                .build();
    }

    private List<List<Entry>> degrees() {
        List<List<Entry>> rows = new ArrayList<>();
        for (String row : run.suite().transports()) {
            for (Degree degree : Degree.values()) {
                Optional<Outage> outage = run.trials().outages().stream()
                        .filter(o -> o.row().equals(row) && o.degree().equals(degree.word()))
                        .findFirst();
                String goesOn = median(row, degree.action());
                String seen = median(row, degree.seenAction());
                if (outage.isPresent() || !goesOn.equals(Shown.NONE)) {
                    rows.add(degree(row, degree, goesOn, seen, outage));
                }
            }
        }
        return rows;
    }

    private List<Entry> degree(String row, Degree degree, String goesOn, String seen, Optional<Outage> outage) {
        List<Entry> entries = new ArrayList<>(Section.row(
                run.label(row),
                degree.word(),
                goesOn,
                seen,
                outage.map(o -> String.format(Locale.ROOT, "%.1f s", o.downSeconds()))
                        .orElse(Shown.NONE),
                count(outage.map(Outage::sent)),
                count(outage.map(Outage::failed))));
        entries.add(new Entry(
                count(outage.map(Outage::lost)),
                outage.isPresent() && outage.get().lost() > 0 ? Tone.BAD : Tone.PLAIN));
        entries.add(Entry.of(count(outage.map(Outage::storedThoughFailed))));
        entries.add(Entry.of(count(outage.map(Outage::doubled))));
        return entries;
    }

    private static String count(Optional<Long> count) {
        return count.map(Figures::whole).orElse(Shown.NONE);
    }

    /** Of the scenario that does this, if there is one. */
    private String median(String row, Action action) {
        return analysis.scenarios().stream()
                .filter(s -> s.scenario().action() == action)
                .flatMap(s -> s.cells().stream())
                .filter(cell -> cell.transport().equals(row))
                .findFirst()
                .map(SynchronicitySection::median)
                .orElse(Shown.NONE);
    }

    private static String median(CellAnalysis cell) {
        return Shown.micros(cell.intended(), cell.intended().p50Nanos());
    }

    private List<Entry> waiting(Waiting w) {
        return Section.row(
                run.label(w.row()),
                w.blocking() ? "a thread waits with each" : "no thread waits",
                Figures.whole(w.waited()),
                Figures.whole(w.threads()),
                String.format(Locale.ROOT, "%.1f MB", w.residentBytes() / 1e6),
                Figures.whole(w.answered()));
    }
}
