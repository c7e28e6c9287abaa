package anywire.bench.report;

import anywire.bench.analysis.advice.Evidence;
import anywire.bench.analysis.advice.Overview;
import anywire.bench.analysis.advice.Scope;
import anywire.bench.model.Dimension;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run in one small table: a row for each transport, what is asked first for columns. */
final class Glance {
    static final String CAPTION =
            "At a glance. M: measured in this run; T: tested by the TCK before it; S: stated, by a"
                    + " document or by the transport itself. Each leads to its evidence";

    private static final List<Dimension> ASKED_FIRST =
            List.of(Dimension.LATENCY, Dimension.LATENCY_FAR, Dimension.COST, Dimension.WITHOUT_PEER, Dimension.HEARD);

    private Glance() {}

    /**
     * @param evidence of every cell in it, where it was measured: two scenarios in one column could not be compared.
     *     Empty where each cell has what there is
     */
    private record Column(Dimension respect, Optional<Evidence> evidence) {
        String head() {
            return respect.heading()
                    + evidence.map(e -> ": " + e.what().replace(", " + respect.heading(), ""))
                            .orElse("");
        }

        boolean holds(anywire.bench.analysis.advice.Entry entry) {
            return evidence.isEmpty() || evidence.get().equals(entry.evidence());
        }
    }

    /** Of what nothing is known there is no column. */
    private static List<Column> columns(Overview overview) {
        List<Column> columns = new ArrayList<>();
        for (Dimension respect : ASKED_FIRST) {
            overview.rows().stream()
                    .flatMap(row -> overview.of(row, respect).stream())
                    .findFirst()
                    .ifPresent(first -> columns.add(new Column(
                            respect,
                            respect == Dimension.WITHOUT_PEER ? Optional.empty() : Optional.of(first.evidence()))));
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

    private static Entry cell(anywire.bench.analysis.advice.Entry entry) {
        return new Entry(
                entry.brief() + " " + entry.evidence().kind().mark(),
                tone(entry.side()),
                entry.evidence().link());
    }

    static Tone tone(Scope side) {
        return switch (side) {
            case PRO -> Tone.GOOD;
            case CON -> Tone.BAD;
            case NEITHER -> Tone.PLAIN;
            case CANT_TELL -> Tone.FAINT;
        };
    }
}
