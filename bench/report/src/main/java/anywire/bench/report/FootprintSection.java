package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Analysis;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import java.util.List;

/** What somebody has to run. */
final class FootprintSection {
    private FootprintSection() {}

    static Section of(Run run, Analysis analysis) {
        Section.Builder section = Section.titled(Anchors.FOOTPRINT, "What has to run");
        if (analysis.footprints().isEmpty()) {
            return section.build();
        }
        return section.text(
                        "Beside the driver, once all was measured: the services, and a broker where there is one, with all"
                                + " that it has started. Every JVM has a heap of the same fixed size, of which what it never"
                                + " touched is not counted: memory is what a process like these takes, not how little it could"
                                + " do with.")
                .table(
                        "Medians over all generations",
                        List.of("transport", "processes", "threads", "memory"),
                        analysis.footprints().stream()
                                .map(f -> Section.row(
                                        run.label(f.row()),
                                        f.processes() == 0 ? "none of its own" : String.valueOf(f.processes()),
                                        f.processes() == 0 ? Shown.NONE : String.valueOf(f.threads()),
                                        f.processes() == 0 ? Shown.NONE : Figures.megabytes(f.residentBytes())))
                                .toList())
                .build();
    }
}
