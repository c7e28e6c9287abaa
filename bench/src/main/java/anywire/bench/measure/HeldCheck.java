package anywire.bench.measure;

import anywire.bench.run.Accounting;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Window;
import java.util.Optional;

/** Whether the transport held: a latency over the few that came back says nothing of those that did not. */
final class HeldCheck implements WindowCheck {
    private static final double MIN_ANSWERED = 0.999;

    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        Accounting books = window.accounting();
        if (books.sent() == 0 || books.answered() >= MIN_ANSWERED * books.sent()) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(
                "held",
                Blame.TRANSPORT,
                window.transport() + " answered " + books.answered() + " of " + books.sent() + " rightly "
                        + books.faults()));
    }
}
