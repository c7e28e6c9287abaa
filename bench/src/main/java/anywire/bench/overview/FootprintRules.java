package anywire.bench.overview;

import anywire.bench.run.Analysis;
import anywire.bench.run.Figures;
import anywire.bench.run.Footprint;
import anywire.bench.run.Respect;
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
                Respect.OPERATIONS,
                Side.NEITHER,
                text,
                text,
                Evidence.measured("what has to run", Anchors.FOOTPRINT));
    }
}
