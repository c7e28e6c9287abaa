/**
 * The pros and cons of every row of a run, by rule from evidence: {@link anywire.bench.overview.MeasuredRules},
 * {@link anywire.bench.overview.TestedRules} and {@link anywire.bench.overview.StatedRules} are all the rules there are.
 */
@NullMarked
package anywire.bench.overview;

import org.jspecify.annotations.NullMarked;
