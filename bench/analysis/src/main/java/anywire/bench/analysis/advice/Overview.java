package anywire.bench.analysis.advice;

import anywire.bench.model.Analysis;
import anywire.bench.model.Dimension;
import anywire.bench.model.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All entries of a run.
 *
 * @param rows in the suite's order
 * @param entries row by row, each row's in the order of {@link Dimension}
 */
public record Overview(List<String> rows, List<Entry> entries) {
    /** The same run gives the same overview. */
    public static Overview of(Run run, Analysis analysis) {
        List<Entry> all = new ArrayList<>();
        all.addAll(MeasuredRules.entries(run, analysis));
        all.addAll(FootprintRules.entries(analysis));
        all.addAll(TestedRules.entries(run));
        all.addAll(StatedRules.entries(run));
        List<String> rows = run.suite().transports();
        all.sort(Comparator.comparing((Entry e) -> rows.indexOf(e.row())).thenComparing(Entry::respect));
        return new Overview(rows, List.copyOf(all));
    }

    public List<Entry> of(String row) {
        return entries.stream().filter(e -> e.row().equals(row)).toList();
    }

    public List<Entry> of(String row, Dimension respect) {
        return of(row).stream().filter(e -> e.respect() == respect).toList();
    }
}
