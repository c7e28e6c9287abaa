package anywire.bench.analysis;

import anywire.bench.model.Accounting;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Window;
import java.util.List;
import java.util.Optional;

/** Calls that failed, were lost or came twice: counted in the figures, and told. */
final class CleanAccounting implements TrustCheck {
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
