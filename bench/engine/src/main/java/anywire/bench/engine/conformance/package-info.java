/** What is known of a transport beside what a run measures: what its tests found, what its documentation says. */
@NullMarked
package anywire.bench.engine.conformance;

import org.jspecify.annotations.NullMarked;
