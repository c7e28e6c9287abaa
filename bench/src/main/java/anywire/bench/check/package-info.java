/** A transport tried by the TCK, outside any build. */
@NullMarked
package anywire.bench.check;

import org.jspecify.annotations.NullMarked;
