package anywire.bench.report;

import anywire.bench.overview.Overview;
import anywire.bench.overview.Side;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Tone;
import anywire.bench.run.Respect;
import anywire.bench.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run in one small table: a row for each transport, what is asked first for columns. */
final class Glance {
    static final String CAPTION =
            "At a glance. M: measured in this run; T: tested by the TCK before it; S: stated, by a"
                    + " document or by the transport itself. Each leads to its evidence";

    private static final List<Respect> ASKED_FIRST =
            List.of(Respect.LATENCY, Respect.LATENCY_FAR, Respect.COST, Respect.WITHOUT_PEER, Respect.HEARD);

    private Glance() {}

    /** Of what nothing is known there is no column. */
    private static List<Respect> known(Overview overview) {
        return ASKED_FIRST.stream()
                .filter(respect -> overview.entries().stream().anyMatch(e -> e.respect() == respect))
                .toList();
    }

    static List<String> heads(Overview overview) {
        List<String> heads = new ArrayList<>(List.of("transport"));
        known(overview).forEach(respect -> heads.add(respect.heading()));
        return heads;
    }

    static List<List<Entry>> rows(Run run, Overview overview) {
        List<Respect> known = known(overview);
        if (known.isEmpty()) {
            return List.of();
        }
        return overview.rows().stream()
                .map(row -> row(run, overview, row, known))
                .toList();
    }

    private static List<Entry> row(Run run, Overview overview, String row, List<Respect> known) {
        List<Entry> cells = new ArrayList<>(List.of(Entry.of(run.label(row))));
        for (Respect respect : known) {
            Optional<anywire.bench.overview.Entry> first =
                    overview.of(row, respect).stream().findFirst();
            cells.add(first.map(Glance::cell).orElse(new Entry(Shown.NONE, Tone.FAINT)));
        }
        return cells;
    }

    private static Entry cell(anywire.bench.overview.Entry entry) {
        return new Entry(
                entry.brief() + " " + entry.evidence().kind().mark(),
                tone(entry.side()),
                entry.evidence().link());
    }

    static Tone tone(Side side) {
        return switch (side) {
            case PRO -> Tone.GOOD;
            case CON -> Tone.BAD;
            case NEITHER -> Tone.PLAIN;
            case CANT_TELL -> Tone.FAINT;
        };
    }
}
