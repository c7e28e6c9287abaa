package anywire.bench.analysis.advice;

import anywire.bench.model.Analysis;
import anywire.bench.model.Dimension;
import anywire.bench.model.Figures;
import anywire.bench.model.Footprint;
import java.util.List;

/** What has to run is told, and weighed by the reader: one process more may be much, or nothing. */
final class FootprintRules {
    private FootprintRules() {}

    static List<Entry> entries(Analysis analysis) {
        return analysis.footprints().stream().map(FootprintRules::entry).toList();
    }

    private static Entry entry(Footprint f) {
        String text = f.processes() == 0
                ? "no process of its own"
                : (f.processes() == 1 ? "1 process" : f.processes() + " processes") + " beside the caller's, "
                        + f.threads() + " threads, " + Figures.megabytes(f.residentBytes());
        return new Entry(
                f.row(),
                Dimension.OPERATIONS,
                Scope.NEITHER,
                text,
                text,
                Evidence.measured("what has to run", Anchors.FOOTPRINT));
    }
}
