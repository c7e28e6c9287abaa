/**
 * What passes between the stages of a run: what was asked, what was measured, what was concluded. Data alone; a stage
 * imports this package and none of its neighbours.
 */
@NullMarked
package anywire.bench.model;

import org.jspecify.annotations.NullMarked;
