package anywire.bench.analysis;

import anywire.bench.run.Accounting;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Reason;
import anywire.bench.run.Reason.Code;
import anywire.bench.run.Window;
import java.util.List;
import java.util.Optional;

/** Calls that failed, were lost or came twice: counted in the figures, and told. */
final class CleanAccounting implements Check {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        long own = unclean(evidence.own());
        long other = unclean(evidence.others());
        return own + other == 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        Code.FAILED_CALLS,
                        Trust.MEDIUM,
                        own >= other ? evidence.row() : evidence.reference(),
                        Math.max(own, other),
                        0,
                        0));
    }

    private static long unclean(List<Window> windows) {
        Accounting a = Accounts.sum(windows.stream().map(Window::accounting).toList());
        return Math.abs(a.intended() - a.sent())
                + a.refused()
                + a.failed()
                + a.timedOut()
                + a.unanswered()
                + a.lost()
                + a.doubled()
                + Math.max(0, a.pushesExpected() - a.pushesHeard())
                + a.pushesDoubled();
    }
}
