/** From what was logged to histograms and accounting. */
@NullMarked
package anywire.bench.measure;

import org.jspecify.annotations.NullMarked;
