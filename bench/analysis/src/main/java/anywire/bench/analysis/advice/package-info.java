/**
 * The pros and cons of every row of a run, by rule from evidence: {@link anywire.bench.analysis.advice.MeasuredRules},
 * {@link anywire.bench.analysis.advice.TestedRules} and {@link anywire.bench.analysis.advice.StatedRules} are all the rules there are.
 */
@NullMarked
package anywire.bench.analysis.advice;

import org.jspecify.annotations.NullMarked;
