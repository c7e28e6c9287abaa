package anywire.bench.report;

import anywire.bench.model.Accounting;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Entry;
import java.util.ArrayList;
import java.util.List;

/** What became of everything that was sent. */
final class AccountingSection {
    private static final List<String> HEADS = List.of(
            "transport",
            "intended",
            "sent",
            "answered rightly",
            "wrong",
            "refused",
            "failed",
            "timed out",
            "unanswered",
            "executed",
            "lost",
            "doubled",
            "out of order",
            "pushes heard",
            "pushes doubled",
            "faults",
            "adds up");

    private AccountingSection() {}

    static Section of(Run run, Analysis analysis) {
        Section.Builder section = Section.titled("Accounting");
        for (ScenarioAnalysis scenario : analysis.scenarios()) {
            List<List<Entry>> rows = new ArrayList<>();
            for (CellAnalysis cell : scenario.cells()) {
                rows.add(row(run.label(cell.transport()), cell.accounting()));
            }
            section.table(scenario.scenario().name() + ", all rounds", HEADS, rows);
        }
        return section.build();
    }

    private static List<Entry> row(String transport, Accounting a) {
        return Section.row(
                transport,
                Figures.whole(a.intended()),
                Figures.whole(a.sent()),
                Figures.whole(a.answered()),
                Figures.whole(a.wrong()),
                Figures.whole(a.refused()),
                Figures.whole(a.failed()),
                Figures.whole(a.timedOut()),
                Figures.whole(a.unanswered()),
                Figures.whole(a.executed()),
                Figures.whole(a.lost()),
                Figures.whole(a.doubled()),
                Figures.whole(a.outOfOrder()),
                a.pushesExpected() == 0
                        ? Shown.NONE
                        : Figures.whole(a.pushesHeard()) + " of " + Figures.whole(a.pushesExpected()),
                Figures.whole(a.pushesDoubled()),
                a.faults().isEmpty() ? "none" : String.join(", ", a.faults()),
                a.balanced() ? "yes" : "no");
    }
}
