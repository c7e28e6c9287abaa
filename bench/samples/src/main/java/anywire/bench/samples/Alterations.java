package anywire.bench.samples;

import static anywire.bench.samples.Changed.with;

import anywire.bench.model.Generation;
import anywire.bench.model.Window;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What went wrong in some windows of a {@link SampleRun}. */
public interface Alterations extends UnaryOperator<Generation> {
    /** It did not come to its end. */
    static Alterations cutShort(int number) {
        return g -> g.number() == number ? with(g, "cutShort", "interrupted") : g;
    }

    static Alterations windows(Predicate<Window> which, UnaryOperator<SampleWindow> change) {
        return g -> {
            List<Window> windows = g.windows().stream()
                    .map(w -> which.test(w) ? change.apply(SampleWindow.from(w)).window() : w)
                    .toList();
            return g.having(windows);
        };
    }

    /** All windows of a row in all generations. */
    static Alterations row(String row, UnaryOperator<SampleWindow> change) {
        return windows(w -> w.transport().equals(row), change);
    }

    static Alterations everywhere(UnaryOperator<SampleWindow> change) {
        return windows(w -> true, change);
    }

    /** In some rounds, whatever the row. */
    static Alterations rounds(Predicate<Integer> rounds, UnaryOperator<SampleWindow> change) {
        return windows(w -> rounds.test(w.round()), change);
    }

    /** All windows of a scenario, whatever the transport: answers are wrong, so it is broken. */
    static Alterations broken(String scenario) {
        return windows(w -> w.scenario().equals(scenario), w -> w.accounting(SampleAccounting.wrong(600, 1)));
    }

    /** A row that answers wrongly: it has no figure. */
    static Alterations wrong(String row) {
        return row(row, w -> w.accounting(SampleAccounting.wrong(600, 1)));
    }
}
