package anywire.bench.run;

import static anywire.bench.run.With.with;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What went wrong in some windows of a {@link SampleRun}. */
public interface Spoiler extends UnaryOperator<Generation> {
    /** It did not come to its end. */
    static Spoiler cutShort(int number) {
        return g -> g.number() == number ? with(g, "cutShort", "interrupted") : g;
    }

    static Spoiler windows(Predicate<Window> which, UnaryOperator<SampleWindow> change) {
        return g -> {
            List<Window> windows = g.windows().stream()
                    .map(w -> which.test(w) ? change.apply(SampleWindow.from(w)).window() : w)
                    .toList();
            return g.having(windows);
        };
    }

    /** All windows of a row in all generations. */
    static Spoiler row(String row, UnaryOperator<SampleWindow> change) {
        return windows(w -> w.transport().equals(row), change);
    }

    static Spoiler everywhere(UnaryOperator<SampleWindow> change) {
        return windows(w -> true, change);
    }

    /** In some rounds, whatever the row. */
    static Spoiler rounds(Predicate<Integer> rounds, UnaryOperator<SampleWindow> change) {
        return windows(w -> rounds.test(w.round()), change);
    }

    /** All windows of a scenario, whatever the transport: answers are wrong, so it is broken. */
    static Spoiler broken(String scenario) {
        return windows(w -> w.scenario().equals(scenario), w -> w.accounting(SampleAccounting.wrong(600, 1)));
    }

    /** A row that answers wrongly: it has no figure. */
    static Spoiler wrong(String row) {
        return row(row, w -> w.accounting(SampleAccounting.wrong(600, 1)));
    }
}
