package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Run;
import anywire.bench.model.Tested;
import anywire.bench.model.TransportFacts;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Tone;
import java.util.List;
import java.util.Locale;

/** What the TCK found of every guarantee. */
final class GuaranteesSection {
    private GuaranteesSection() {}

    static Section of(Run run) {
        Section.Builder section = Section.titled(Anchors.GUARANTEES, "Guarantees, by the TCK");
        List<TransportFacts> tested =
                run.transports().stream().filter(t -> !t.tested().isEmpty()).toList();
        if (!tested.isEmpty()) {
            section.text(
                    "Each transport runs the same test kit when Anywire is built: real sockets, a real broker, servers"
                            + " that are killed, bytes that lie. What is promised and kept stands here with the checks that tried it;"
                            + " where a run's own options were not tried, the nearest that were.");
        }
        for (TransportFacts facts : tested) {
            section.table(
                    facts.label(),
                    List.of("guarantee", "verdict", "checks", "tried as"),
                    facts.tested().stream().map(GuaranteesSection::row).toList());
        }
        return section.build();
    }

    private static List<Entry> row(Tested tested) {
        return List.of(
                Entry.of(words(tested.guarantee())),
                new Entry(words(tested.outcome().name()), tone(tested.outcome())),
                Entry.of(tested.checks().isEmpty() ? Shown.NONE : String.join("; ", tested.checks())),
                Entry.of(tested.checks().isEmpty() ? Shown.NONE : tested.under()));
    }

    private static Tone tone(Tested.Outcome verdict) {
        return switch (verdict) {
            case KEPT -> Tone.GOOD;
            case BROKEN -> Tone.BAD;
            case NOT_TRIED, NOT_PROMISED -> Tone.FAINT;
        };
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
