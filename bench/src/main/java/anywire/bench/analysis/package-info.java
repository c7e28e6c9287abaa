/**
 * What a run means: ratios to the reference, their intervals and verdicts, and how far all of it can be trusted. Pure
 * functions of {@link anywire.bench.run.Run} and its histograms: the same data give the same analysis.
 *
 * <pre>
 * Run -> KeptBlocks -> cells (Cells) -> trust (ScenarioTrust, one Check a class)
 *                   -> log ratios (BlockRatios) -> Sample -> Judge, SignFlip -> Holm -> Comparison
 *
 * two runs (TwoRuns): log percentiles of either's blocks -> Welch -> Judge -> Holm -> RunComparison
 * </pre>
 */
@NullMarked
package anywire.bench.analysis;

import org.jspecify.annotations.NullMarked;
