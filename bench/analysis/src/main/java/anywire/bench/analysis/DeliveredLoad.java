package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Scenario;
import anywire.bench.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a row delivered what it was asked for, rightly: if not there is no figure to compare. */
final class DeliveredLoad implements TrustCheck {
    /** Of one row. */
    static List<Reason> broken(String row, Scenario scenario, List<Window> windows) {
        List<Reason> reasons = new ArrayList<>();
        long wrong = windows.stream().mapToLong(w -> w.accounting().wrong()).sum();
        if (wrong > 0) {
            reasons.add(broken(Code.WRONG_ANSWERS, row, wrong, 0));
        }
        long unbalanced =
                windows.stream().filter(w -> !w.accounting().balanced()).count();
        if (unbalanced > 0) {
            reasons.add(broken(Code.ACCOUNTING_MISMATCH, row, unbalanced, 0));
        }
        long asked = windows.stream().mapToLong(w -> w.accounting().intended()).sum();
        long answered =
                windows.stream().mapToLong(w -> w.accounting().answered()).sum();
        if (answered == 0) {
            reasons.add(broken(Code.NOTHING_MEASURED, row, 0, 0));
        } else if (scenario.load().loop().open() && answered < Bounds.DELIVERED * asked) {
            reasons.add(broken(Code.LOAD_NOT_DELIVERED, row, (double) answered / asked, Bounds.DELIVERED));
        }
        return List.copyOf(reasons);
    }

    private static Reason broken(Code code, String row, double figure, double bound) {
        return new Reason(code, Trust.BROKEN, row, figure, bound, 0);
    }

    @Override
    public Optional<Reason> of(Evidence evidence) {
        return broken(evidence.row(), evidence.scenario(), evidence.own()).stream()
                .findFirst()
                .or(() -> broken(evidence.reference(), evidence.scenario(), evidence.others()).stream()
                        .findFirst());
    }
}
