package anywire.bench.report;

import anywire.bench.overview.Evidence;
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

    /**
     * @param evidence of every cell in it, where it was measured: two scenarios in one column could not be compared.
     *     Empty where each cell has what there is
     */
    private record Column(Respect respect, Optional<Evidence> evidence) {
        String head() {
            return respect.heading()
                    + evidence.map(e -> ": " + e.what().replace(", " + respect.heading(), ""))
                            .orElse("");
        }

        boolean holds(anywire.bench.overview.Entry entry) {
            return evidence.isEmpty() || evidence.get().equals(entry.evidence());
        }
    }

    /** Of what nothing is known there is no column. */
    private static List<Column> columns(Overview overview) {
        List<Column> columns = new ArrayList<>();
        for (Respect respect : ASKED_FIRST) {
            overview.rows().stream()
                    .flatMap(row -> overview.of(row, respect).stream())
                    .findFirst()
                    .ifPresent(first -> columns.add(new Column(
                            respect,
                            respect == Respect.WITHOUT_PEER ? Optional.empty() : Optional.of(first.evidence()))));
        }
        return columns;
    }

    static List<String> heads(Overview overview) {
        List<String> heads = new ArrayList<>(List.of("transport"));
        columns(overview).forEach(column -> heads.add(column.head()));
        return heads;
    }

    static List<List<Entry>> rows(Run run, Overview overview) {
        List<Column> columns = columns(overview);
        if (columns.isEmpty()) {
            return List.of();
        }
        return overview.rows().stream()
                .map(row -> row(run, overview, row, columns))
                .toList();
    }

    private static List<Entry> row(Run run, Overview overview, String row, List<Column> columns) {
        List<Entry> cells = new ArrayList<>(List.of(Entry.of(run.label(row))));
        for (Column column : columns) {
            cells.add(overview.of(row, column.respect()).stream()
                    .filter(column::holds)
                    .findFirst()
                    .map(Glance::cell)
                    .orElse(new Entry(Shown.NONE, Tone.FAINT)));
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
