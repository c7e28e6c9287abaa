package anywire.bench.report;

import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.MachineSummary;
import anywire.bench.model.Figures;
import anywire.bench.model.Generation;
import anywire.bench.model.Run;
import anywire.bench.model.Schedule;
import anywire.bench.model.Window;
import anywire.bench.report.Piece.Entry;
import anywire.transport.Durations;
import java.util.List;

/** Every generation: when, in which order, and how the machine was. */
final class GenerationsSection {
    private GenerationsSection() {}

    static Section of(Run run, Analysis analysis) {
        return Section.titled("Generations")
                .text(run.generations().isEmpty() ? "None was measured." : planned(run.schedule()))
                .table(
                        "In the order in which they ran",
                        List.of(
                                "generation",
                                "began after",
                                "took",
                                "order of transports",
                                "rounds",
                                "wake-ups/s",
                                "whole"),
                        run.generations().stream().map(GenerationsSection::row).toList())
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
                        analysis.machines().stream()
                                .map(GenerationsSection::machine)
                                .toList())
                .build();
    }

    private static String planned(Schedule s) {
        return "%s of %s were planned when the first round was over: a generation took %s s beside its rounds, a round %s s, and there were %s."
                .formatted(
                        Figures.count(s.generations(), "generation"),
                        Figures.count(s.rounds(), "round"),
                        Figures.threeDigits(s.costs().generationSeconds()),
                        Figures.threeDigits(s.costs().roundSeconds()),
                        Durations.print(s.budget()));
    }

    private static List<Entry> row(Generation generation) {
        return Section.row(
                String.valueOf(generation.number()),
                Figures.threeDigits(generation.startMillis() / 1_000.0) + " s",
                Figures.threeDigits(generation.seconds()) + " s",
                String.join(" ", generation.order()),
                String.valueOf(generation.windows().stream()
                        .map(Window::round)
                        .distinct()
                        .count()),
                Figures.whole(generation.wakeUps()),
                generation.whole() ? "yes" : generation.cutShort());
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
}
