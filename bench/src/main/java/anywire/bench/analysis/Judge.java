package anywire.bench.analysis;

import anywire.bench.run.Analysis.Verdict;

/**
 * Which verdict an estimated log ratio speaks for, and how strongly.
 *
 * <p>The margin m is symmetric in logs: a ratio matters below 1 / (1 + m) or above 1 + m, so that naming the other
 * transport the reference turns "faster" into "slower" and nothing else. "Faster" rests on the one-sided t test of "at
 * least -log(1 + m)", "slower" on its mirror image; their p values are doubled, so that {@code p < 0.05} says the same
 * as a 95 % interval wholly beyond the margin. "Same" rests on both one-sided tests at once (Schuirmann 1987, two
 * one-sided tests): {@code p < 0.05} says the same as a 90 % interval wholly inside. No sample can pass two of them.
 */
final class Judge {
    static final double ALPHA = 0.05;

    /** @param p of the verdict that it favours, whether or not that is small enough */
    record Judgement(Verdict favoured, double p) {
        Verdict at(double correctedP) {
            return correctedP < ALPHA ? favoured : Verdict.CANT_TELL;
        }
    }

    private final double logMargin;

    /** @param margin 0.05 for 5 % */
    Judge(double margin) {
        this.logMargin = Math.log1p(margin);
    }

    Judgement judge(Estimate estimate) {
        double faster = Math.min(1, 2 * estimate.pBelow(-logMargin));
        double slower = Math.min(1, 2 * estimate.pAbove(logMargin));
        double same = Math.max(estimate.pBelow(logMargin), estimate.pAbove(-logMargin));
        if (same <= faster && same <= slower) {
            return new Judgement(Verdict.SAME, same);
        }
        return faster < slower ? new Judgement(Verdict.FASTER, faster) : new Judgement(Verdict.SLOWER, slower);
    }

    /**
     * The smallest true difference that as many blocks with this spread would show as "slower" in about 95 % of runs:
     * {@code exp(log(1 + m) + (t(0.975) + t(0.95)) s) - 1} with standard error s, the usual sample-size formula of a t
     * test solved for the difference, with quantiles of t in place of the normal's. Uncorrected for several verdicts.
     */
    double smallestVisible(Estimate estimate) {
        double reach = estimate.quantile(0.975) + estimate.quantile(0.95);
        return Math.expm1(logMargin + reach * estimate.standardError());
    }
}
