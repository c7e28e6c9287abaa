package anywire.bench.measure;

import anywire.bench.run.Accounting;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Window;
import java.util.Optional;

/** Whether both ends' books agree. Where they don't, something was counted wrong, and nothing can be said. */
final class BalanceCheck implements WindowCheck {
    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        Accounting books = window.accounting();
        if (books.balanced()) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(
                "accounting",
                Blame.HARNESS,
                "the books do not balance over " + window.transport() + ": sent " + books.sent() + ", answered "
                        + books.answered() + ", executed " + books.executed()));
    }
}
