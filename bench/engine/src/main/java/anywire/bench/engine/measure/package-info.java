/** From what was logged to histograms and accounting. */
@NullMarked
package anywire.bench.engine.measure;

import org.jspecify.annotations.NullMarked;
