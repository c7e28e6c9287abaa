package anywire.bench.report;

import anywire.bench.model.Environment;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The machine and the software. */
final class EnvironmentSection {
    private static final long MIB = 1 << 20;

    private EnvironmentSection() {}

    static Section of(Run run) {
        Environment e = run.environment();
        List<List<Entry>> rows = new ArrayList<>();
        rows.add(Section.row("CPU", e.cpu() + ", " + Figures.count(e.cores(), "core")));
        rows.add(Section.row("memory", Figures.whole((double) e.memoryBytes() / MIB) + " MiB"));
        rows.add(Section.row("system", e.os() + ", " + e.kernel()));
        rows.add(Section.row("governor", e.governor()));
        rows.add(Section.row("idle cores", e.idle() + ": " + e.idleEvidence()));
        rows.add(Section.row("figures", e.indicative() ? "indicative only: no pinning here" : "measured, pinned"));
        rows.add(Section.row("JDK", e.jdk()));
        rows.add(Section.row("JVM flags", String.join(" ", e.jvmFlags())));
        rows.add(Section.row("anywire", e.anywireVersion() + ", commit " + e.gitCommit()));
        new TreeMap<>(e.versions()).forEach((what, version) -> rows.add(Section.row(what, version)));
        rows.add(Section.row("began", run.startedAt().toString()));
        rows.add(Section.row("ended", run.endedAt().toString()));
        return Section.titled("Environment")
                .table("", List.of("what", "value"), rows)
                .build();
    }
}
