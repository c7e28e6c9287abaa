package anywire.bench.report;

import anywire.bench.report.Piece.Entry;
import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Analysis.MachineSummary;
import anywire.bench.run.Generation;
import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every generation: when, in which order, and what was wrong with it. */
final class GenerationsSection {
    private GenerationsSection() {}

    static Section of(Run run, Analysis analysis) {
        return Section.titled("Generations")
                .text(run.generations().isEmpty() ? "None was measured." : summary(analysis))
                .table(
                        "In the order in which they ran",
                        List.of("generation", "began after", "took", "order of transports", "wake-ups/s", "counts", "flaws"),
                        run.generations().stream().map(b -> row(b, analysis)).toList())
                .table(
                        "The machine beside their windows, of each figure the worst window's",
                        List.of(
                                "generation",
                                "windows",
                                "taken by the hypervisor",
                                "other processes",
                                "transports not measured",
                                "idle thread late p99",
                                "at most"),
                        analysis.machines().stream().map(GenerationsSection::machine).toList())
                .build();
    }

    private static String summary(Analysis analysis) {
        if (analysis.dropped().isEmpty()) {
            return "None was dropped.";
        }
        return "Some were dropped for all transports: see the column \"counts\". Each scenario's notes give the ratio with dropped generations too, but for any that was cut short.";
    }

    private static List<Entry> row(Generation generation, Analysis analysis) {
        return Section.row(
                String.valueOf(generation.number()),
                Figures.threeDigits(generation.startMillis() / 1_000.0) + " s",
                Figures.threeDigits(generation.seconds()) + " s",
                String.join(" ", generation.order()),
                Figures.whole(generation.wakeUps()),
                counts(generation, analysis),
                flaws(generation));
    }

    private static String counts(Generation generation, Analysis analysis) {
        if (!analysis.kept().contains(generation.number())) {
            return "dropped";
        }
        String not = analysis.dropped().stream()
                .filter(d -> d.generation() == generation.number())
                .map(Dropped::scenario)
                .collect(Collectors.joining(", "));
        return not.isEmpty() ? "yes" : "not for " + not;
    }

    private static List<Entry> machine(MachineSummary m) {
        return Section.row(
                String.valueOf(m.generation()),
                String.valueOf(m.windows()),
                Figures.percent(m.stealShare()),
                Figures.percent(m.strayCores()) + " of a core"
                        + (m.busiestStray().isEmpty() ? "" : ", most of all " + m.busiestStray()),
                Figures.threeDigits(m.bystanderNanos() / 1e6) + " ms of CPU",
                Figures.micros(m.hiccupP99Nanos()),
                Figures.micros(m.hiccupMaxNanos()));
    }

    private static String flaws(Generation generation) {
        Stream<Flaw> ofWindows =
                Stream.concat(generation.windows().stream(), generation.floors().stream()).flatMap(w -> w.flaws().stream());
        String all = Stream.concat(generation.flaws().stream(), ofWindows)
                .map(f -> f.blame().name().toLowerCase(Locale.ROOT) + ", " + f.check() + ": " + f.reason())
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "none" : all;
    }
}
