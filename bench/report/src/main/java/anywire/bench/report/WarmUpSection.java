package anywire.bench.report;

import anywire.bench.model.Analysis;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import java.util.List;

/** Whether all were warm, what they could do at most, and how steady the machine was meanwhile. */
final class WarmUpSection {
    private WarmUpSection() {}

    static Section of(Run run, Analysis analysis) {
        return Section.titled("Warm-up, peaks and floors")
                .table(
                        "Warm-up, medians over generations; the peak is of single calls in closed loop at its end",
                        List.of("transport", "generations", "not warm", "time", "calls", "most JIT time", "peak"),
                        analysis.warmths().stream()
                                .map(w -> Section.row(
                                        run.label(w.transport()),
                                        String.valueOf(w.generations()),
                                        w.notWarm() == 0 ? "none" : String.valueOf(w.notWarm()),
                                        Figures.threeDigits(w.medianSeconds()) + " s",
                                        Figures.whole(w.medianCalls()),
                                        Figures.percent(w.worstJitShare()),
                                        w.peakPerSecond() == 0 ? Shown.NONE : Figures.whole(w.peakPerSecond()) + "/s"))
                                .toList())
                .table(
                        "Floors: a bare ping-pong on the same cores; how far it drifts is how far the machine does",
                        List.of(
                                "floor",
                                "generations",
                                "p50, median generation",
                                "lowest generation",
                                "highest generation"),
                        analysis.floors().stream()
                                .map(f -> Section.row(
                                        f.floor(),
                                        String.valueOf(f.generations()),
                                        Figures.micros(f.medianP50Nanos()),
                                        Figures.micros(f.lowestP50Nanos()),
                                        Figures.micros(f.highestP50Nanos())))
                                .toList())
                .build();
    }
}
