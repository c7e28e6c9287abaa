package anywire.bench.analysis;

import anywire.bench.run.Accounting;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Figures;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Calls lost, doubled or not answered: known and counted, but the latencies of that cell are of a service that failed. */
final class CleanAccounting implements Check {
    @Override
    public Optional<Doubt> of(Evidence evidence) {
        String unclean = evidence.cells().stream()
                .filter(c -> c.accounting().balanced() && !c.accounting().clean())
                .map(CleanAccounting::story)
                .collect(Collectors.joining("; "));
        return unclean.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(Trust.DOUBTFUL, "Not all went through: " + unclean + "."));
    }

    private static String story(CellAnalysis cell) {
        Accounting a = cell.accounting();
        StringJoiner parts = new StringJoiner(", ", cell.transport() + " ", "");
        parts.setEmptyValue(cell.transport() + " is not clean");
        tell(parts, a.intended() - a.sent(), "not sent");
        tell(parts, a.sent() - a.answered(), "of " + Figures.whole(a.sent()) + " not answered rightly");
        tell(parts, a.lost(), "lost");
        tell(parts, a.doubled(), "doubled");
        tell(parts, a.pushesExpected() - a.pushesHeard(), "pushes not heard");
        tell(parts, a.pushesDoubled(), "pushes doubled");
        return parts.toString();
    }

    private static void tell(StringJoiner parts, long count, String what) {
        if (count != 0) {
            parts.add(Figures.whole(count) + " " + what);
        }
    }
}
