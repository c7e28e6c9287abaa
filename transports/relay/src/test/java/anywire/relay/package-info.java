@NullMarked
package anywire.relay;

import org.jspecify.annotations.NullMarked;
