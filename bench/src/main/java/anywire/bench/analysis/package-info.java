/**
 * What a run means: ratios to the reference, their intervals and verdicts, and how far all of it can be trusted. Pure
 * functions of {@link anywire.bench.run.Run} and its histograms: the same data give the same analysis.
 *
 * <pre>
 * Run -> KeptGenerations -> cells (Cells) -> trust (ScenarioTrust, one Check a class)
 *                   -> log ratios (GenerationRatios) -> Sample -> Judge, SignFlip -> Holm -> Comparison
 *
 * two runs (TwoRuns): log percentiles of either's generations -> Welch -> Judge -> Holm -> RunComparison
 * </pre>
 */
@NullMarked
package anywire.bench.analysis;

import org.jspecify.annotations.NullMarked;
