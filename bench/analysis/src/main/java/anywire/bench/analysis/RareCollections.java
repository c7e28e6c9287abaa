package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Window;
import java.util.Optional;

/**
 * Whether collectors stopped the calls so long that the latencies are the heap's more than the transport's. What a
 * transport allocates is its own cost, and a pause now and then is part of its tail.
 */
final class RareCollections implements TrustCheck {
    @Override
    public Optional<Reason> of(Evidence evidence) {
        double own = evidence.own(RareCollections::share);
        double other = Evidence.mean(evidence.others(), RareCollections::share);
        double most = Math.max(own, other);
        return most > Bounds.COLLECTIONS
                ? Optional.of(new Reason(
                        Code.COLLECTIONS,
                        Trust.MEDIUM,
                        own >= other ? evidence.row() : evidence.reference(),
                        most,
                        Bounds.COLLECTIONS,
                        0))
                : Optional.empty();
    }

    private static double share(Window window) {
        long millis = Math.max(window.driver().gcMillis(), window.server().gcMillis());
        return window.seconds() == 0 ? 0 : millis / 1e3 / window.seconds();
    }
}
