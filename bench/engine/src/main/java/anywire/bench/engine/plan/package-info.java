/** Lays a suite out in time: which window of which cell is measured when. */
@NullMarked
package anywire.bench.engine.plan;

import org.jspecify.annotations.NullMarked;
