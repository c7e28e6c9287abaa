package anywire.bench.samples;

import anywire.bench.model.Accounting;
import java.util.List;

/** What became of a window's calls. */
public final class SampleAccounting {
    private SampleAccounting() {}

    /** All sent, answered and executed once. */
    public static Accounting answered(long calls) {
        return new Accounting(calls, calls, calls, 0, 0, 0, 0, 0, calls, 0, 0, 0, 0, 0, 0, 0, List.of(), true);
    }

    /** Some of what was answered was not what was asked for. */
    public static Accounting wrong(long calls, long wrong) {
        return new Accounting(
                calls, calls, calls - wrong, wrong, 0, 0, 0, 0, calls, 0, 0, 0, 0, 0, 0, 0, List.of(), true);
    }

    /** Some never arrived, and timed out. */
    public static Accounting losing(long calls, long lost) {
        return new Accounting(
                calls, calls, calls - lost, 0, 0, 0, lost, 0, calls - lost, lost, 0, 0, 0, 0, 0, 0, List.of(), true);
    }

    /** Some were answered that nobody executed. */
    public static Accounting unbalanced(long calls, long missing) {
        return new Accounting(
                calls, calls, calls, 0, 0, 0, 0, 0, calls - missing, 0, 0, 0, 0, 0, 0, 0, List.of(), false);
    }
}
