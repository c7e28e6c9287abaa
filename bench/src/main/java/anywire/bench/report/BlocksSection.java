package anywire.bench.report;

import anywire.bench.report.Piece.Entry;
import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Analysis.MachineSummary;
import anywire.bench.run.Block;
import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every block: when, in which order, and what was wrong with it. */
final class BlocksSection {
    private BlocksSection() {}

    static Section of(Run run, Analysis analysis) {
        return Section.titled("Blocks")
                .text(run.blocks().isEmpty() ? "None was measured." : summary(analysis))
                .table(
                        "In the order in which they ran",
                        List.of("block", "began after", "took", "order of transports", "wake-ups/s", "counts", "flaws"),
                        run.blocks().stream().map(b -> row(b, analysis)).toList())
                .table(
                        "The machine beside their windows, of each figure the worst window's",
                        List.of(
                                "block",
                                "windows",
                                "taken by the hypervisor",
                                "other processes",
                                "transports not measured",
                                "idle thread late p99",
                                "at most"),
                        analysis.machines().stream().map(BlocksSection::machine).toList())
                .build();
    }

    private static String summary(Analysis analysis) {
        if (analysis.dropped().isEmpty()) {
            return "None was dropped.";
        }
        return "Some were dropped for all transports: see the column \"counts\". Each scenario's notes give the ratio with dropped blocks too, but for any that was cut short.";
    }

    private static List<Entry> row(Block block, Analysis analysis) {
        return Section.row(
                String.valueOf(block.number()),
                Figures.threeDigits(block.startMillis() / 1_000.0) + " s",
                Figures.threeDigits(block.seconds()) + " s",
                String.join(" ", block.order()),
                Figures.whole(block.wakeUps()),
                counts(block, analysis),
                flaws(block));
    }

    private static String counts(Block block, Analysis analysis) {
        if (!analysis.kept().contains(block.number())) {
            return "dropped";
        }
        String not = analysis.dropped().stream()
                .filter(d -> d.block() == block.number())
                .map(Dropped::scenario)
                .collect(Collectors.joining(", "));
        return not.isEmpty() ? "yes" : "not for " + not;
    }

    private static List<Entry> machine(MachineSummary m) {
        return Section.row(
                String.valueOf(m.block()),
                String.valueOf(m.windows()),
                Figures.percent(m.stealShare()),
                Figures.percent(m.strayCores()) + " of a core"
                        + (m.busiestStray().isEmpty() ? "" : ", most of all " + m.busiestStray()),
                Figures.threeDigits(m.bystanderNanos() / 1e6) + " ms of CPU",
                Figures.micros(m.hiccupP99Nanos()),
                Figures.micros(m.hiccupMaxNanos()));
    }

    private static String flaws(Block block) {
        Stream<Flaw> ofWindows =
                Stream.concat(block.windows().stream(), block.floors().stream()).flatMap(w -> w.flaws().stream());
        String all = Stream.concat(block.flaws().stream(), ofWindows)
                .map(f -> f.blame().name().toLowerCase(Locale.ROOT) + ", " + f.check() + ": " + f.reason())
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "none" : all;
    }
}
