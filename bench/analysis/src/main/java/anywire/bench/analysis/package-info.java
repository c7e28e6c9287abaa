/**
 * What a run means: ratios to the reference, their intervals and verdicts, and how far all of it can be trusted. Pure
 * functions of {@link anywire.bench.model.Run} and its histograms: the same data give the same analysis.
 *
 * <pre>
 * Run -> Rounds (of each scenario; DisturbedRounds says which a probe found disturbed)
 *          -> cells (Cells), broken by DeliveredLoad
 *          -> log ratios of each round -> TwoLevels (spread of generations: PooledBetween)
 *               -> reasons (one TrustCheck a class) -> Judge -> Draft -> Holm -> Comparison
 *
 * two runs (TwoRuns): each round's log percentiles of either -> TwoLevels -> Welch -> Judge -> Holm -> RunComparison
 * </pre>
 */
@NullMarked
package anywire.bench.analysis;

import org.jspecify.annotations.NullMarked;
