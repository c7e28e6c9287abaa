@NullMarked
package anywire.bench;

import org.jspecify.annotations.NullMarked;
