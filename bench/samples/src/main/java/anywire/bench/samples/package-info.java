/** Runs that were never measured, for tests of what is made of runs. */
@NullMarked
package anywire.bench.samples;

import org.jspecify.annotations.NullMarked;
