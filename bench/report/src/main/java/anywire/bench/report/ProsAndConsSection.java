package anywire.bench.report;

import anywire.bench.analysis.advice.Entry;
import anywire.bench.analysis.advice.Evidence;
import anywire.bench.analysis.advice.Overview;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Finding;
import java.util.Locale;

/** What speaks for each row and what against it, each with where it is from. */
final class ProsAndConsSection {
    private ProsAndConsSection() {}

    static Section of(Run run, Overview overview) {
        Section.Builder section = Section.titled("Pros and cons");
        if (overview.entries().isEmpty()) {
            return section.build();
        }
        section.text(
                "Every entry follows from evidence by rule, and links to it: measured in this run, tested by the TCK"
                        + " before it, or stated in a document that nobody here has put to the test, as most of security"
                        + " switched on, operations, scaling, tools, browsers and other languages is. Plus speaks for it, minus against"
                        + " it, = for neither; ? says that there is evidence and that it does not carry.");
        for (String row : overview.rows()) {
            section.findings(
                    row,
                    run.label(row),
                    overview.of(row).stream().map(ProsAndConsSection::finding).toList());
        }
        return section.build();
    }

    private static Finding finding(Entry entry) {
        Evidence evidence = entry.evidence();
        return new Finding(
                entry.side().mark(),
                Glance.tone(entry.side()),
                entry.respect().word(),
                entry.respect().heading(),
                entry.text(),
                evidence.kind().name().toLowerCase(Locale.ROOT) + ": "
                        + evidence.what().replaceFirst("^https://(www\\.)?", ""),
                evidence.link());
    }
}
