@NullMarked
package anywire.transport;

import org.jspecify.annotations.NullMarked;
