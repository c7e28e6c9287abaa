package anywire.bench.report;

import anywire.bench.model.Calibration;
import anywire.bench.model.Calibration.KnownCase;
import anywire.bench.model.Figures;
import anywire.bench.model.Power;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Tone;
import java.util.List;
import java.util.Optional;

/** How far off the harness is where the truth is known, and whether that was found out on this machine. */
final class CalibrationSection {
    private CalibrationSection() {}

    static Section of(Run run) {
        Calibration calibration = run.calibration();
        Section.Builder section = Section.titled("How far off the harness is");
        if (!calibration.there()) {
            return section.text(
                            "Not known: it was not calibrated before this run. \"anywire calibrate\" measures what is"
                                    + " known (a delay, a stall, a queue, losses) and says how far off it is.")
                    .build();
        }
        return section.text(summary(calibration))
                .table(
                        "",
                        List.of("what is known", "figures with a bound", "out of bounds", "the furthest off"),
                        calibration.cases().stream()
                                .map(CalibrationSection::row)
                                .toList())
                .text(power(run.power()))
                .build();
    }

    private static String power(Power.Cited power) {
        if (!power.there()) {
            return "What size of difference runs find on this machine was not measured: \"anywire calibrate --power\".";
        }
        return PowerText.seen(power.smallestSeen(), power.generationsPerRun()) + " From "
                + Figures.count(power.generations(), "generation") + " measured until " + power.at() + " ("
                + power.scenario()
                + (power.differs().isEmpty() ? ")." : "), with another " + String.join(", ", power.differs()) + ".");
    }

    private static String summary(Calibration calibration) {
        String when = "Calibrated at " + calibration.at() + ": ";
        String how = calibration.off() == 0
                ? "all " + Figures.count(calibration.judged(), "figure") + " of what is known were within their bounds."
                : calibration.off() + " of " + Figures.count(calibration.judged(), "figure")
                        + " of what is known were out of bounds.";
        String where = calibration.differs().isEmpty()
                ? " The machine and the software were the same as in this run."
                : " That was not the same machine or software as in this run: another "
                        + String.join(", ", calibration.differs()) + ".";
        return when + how + where;
    }

    private static List<Entry> row(KnownCase known) {
        return List.of(
                Entry.of(known.name()),
                Entry.of(known.judged() == 0 ? Shown.NONE : String.valueOf(known.judged())),
                known.off() == 0
                        ? Entry.of(known.judged() == 0 ? Shown.NONE : "0")
                        : new Entry(String.valueOf(known.off()), Tone.BAD),
                Entry.of(known.worst()));
    }

    /** One line for a terminal; empty if there is nothing to do about it. */
    static Optional<String> doubt(Calibration calibration) {
        if (!calibration.there()) {
            return Optional.of("not calibrated: anywire calibrate");
        }
        if (!calibration.differs().isEmpty()) {
            return Optional.of(
                    "calibrated with another " + String.join(", ", calibration.differs()) + ": anywire calibrate");
        }
        return calibration.off() == 0
                ? Optional.empty()
                : Optional.of("calibration: " + calibration.off() + " of "
                        + Figures.count(calibration.judged(), "figure") + " out of bounds, see the report");
    }
}
