package anywire.bench.analysis;

import anywire.bench.model.Analysis.Verdict;

/**
 * Which verdict an estimated log ratio speaks for, and how strongly.
 *
 * <p>The margin m is symmetric in logs: a ratio matters below 1 / (1 + m) or above 1 + m, so that naming the other
 * row the reference turns "faster" into "slower" and nothing else. "Faster" rests on the one-sided t test of "at
 * least -log(1 + m)", "slower" on its mirror image; their p values are doubled, so that {@code p < 0.05} says the same
 * as a 95 % interval wholly beyond the margin. "Same" rests on both one-sided tests at once (Schuirmann 1987, two
 * one-sided tests): {@code p < 0.05} says the same as a 90 % interval wholly inside. Where none of them holds, the direction
 * may still be known: "slightly" rests on the two-sided test of 0.
 *
 * <p>An imbalance i (how far unequal disturbance may have moved the log) is taken off whatever speaks for a verdict: faster
 * and slower have to be beyond log(1 + m) + i, slightly beyond i, same inside log(1 + m) - i.
 */
final class Judge {
    static final double ALPHA = 0.05;

    /**
     * @param favoured faster, slower or same: whichever is nearest to holding
     * @param p of that
     * @param direction slightly faster or slower
     * @param directionP of that
     */
    record Judgement(Verdict favoured, double p, Verdict direction, double directionP) {
        /** Each p as it is, or corrected for others. */
        Verdict at(double correctedP, double correctedDirectionP) {
            if (correctedP < ALPHA) {
                return favoured;
            }
            return correctedDirectionP < ALPHA ? direction : Verdict.NO_VERDICT;
        }

        Verdict uncorrected() {
            return at(p, directionP);
        }
    }

    private final double logMargin;

    /** @param margin 0.05 for 5 % */
    Judge(double margin) {
        this.logMargin = Math.log1p(margin);
    }

    double logMargin() {
        return logMargin;
    }

    Judgement judge(LogMean estimate) {
        return judge(estimate, 0);
    }

    Judgement judge(LogMean estimate, double imbalanceLog) {
        double beyond = logMargin + imbalanceLog;
        double inside = logMargin - imbalanceLog;
        double faster = Math.min(1, 2 * estimate.pBelow(-beyond));
        double slower = Math.min(1, 2 * estimate.pAbove(beyond));
        double same = inside <= 0 ? 1 : Math.max(estimate.pBelow(inside), estimate.pAbove(-inside));
        boolean below = estimate.mean() < 0;
        double direction = Math.min(1, 2 * (below ? estimate.pBelow(-imbalanceLog) : estimate.pAbove(imbalanceLog)));
        Verdict slightly = below ? Verdict.SLIGHTLY_FASTER : Verdict.SLIGHTLY_SLOWER;
        if (same <= faster && same <= slower) {
            return new Judgement(Verdict.SAME, same, slightly, direction);
        }
        return faster < slower
                ? new Judgement(Verdict.FASTER, faster, slightly, direction)
                : new Judgement(Verdict.SLOWER, slower, slightly, direction);
    }

    /**
     * The smallest true difference that as many rounds with this spread would show as "slower" in about 95 % of runs:
     * {@code exp(log(1 + m) + (t(0.975) + t(0.95)) s) - 1} with standard error s, the usual sample-size formula of a t
     * test solved for the difference, with quantiles of t in place of the normal's. Uncorrected for several verdicts.
     */
    double smallestVisible(LogMean estimate) {
        double reach = estimate.quantile(0.975) + estimate.quantile(0.95);
        return Math.expm1(logMargin + reach * estimate.standardError());
    }

    /**
     * By what factor a run would have to be longer for a verdict, should the mean stay where it is: until the direction is
     * known, or it is known not to matter, whichever is sooner. Standard errors shrink with the root of the time.
     */
    double timesLonger(LogMean estimate) {
        double off = Math.abs(estimate.mean());
        double forDirection = off / estimate.quantile(0.975);
        double forSame = (logMargin - off) / estimate.quantile(0.95);
        double needed = Math.max(forDirection, forSame);
        double root = estimate.standardError() / needed;
        return root * root;
    }
}
