package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Covariate;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.TrustBounds;
import anywire.bench.model.Window;
import java.util.Optional;

/**
 * Whether compilers were still at work in the windows of the row or of the reference: what they had not yet compiled ran
 * slower than it does later. Counted as the CPU of their threads. What the two have in common costs both alike; by what one
 * had more, the ratio may be off.
 */
final class RestingCompilers implements TrustCheck {
    private final double bound;

    RestingCompilers(TrustBounds bounds) {
        this.bound = bounds.compilers();
    }

    @Override
    public Optional<Reason> of(Evidence evidence) {
        double own = evidence.own(RestingCompilers::share);
        double other = Evidence.mean(evidence.others(), RestingCompilers::share);
        double most = Math.max(own, other);
        return most > bound
                ? Optional.of(new Reason(
                        Code.COMPILERS_BUSY,
                        Trust.LOW,
                        own >= other ? evidence.row() : evidence.reference(),
                        most,
                        bound,
                        Math.abs(own - other) * Bounds.COMPILERS_SLOPE))
                : Optional.empty();
    }

    private static double share(Window window) {
        return Covariate.COMPILERS.of(window);
    }
}
