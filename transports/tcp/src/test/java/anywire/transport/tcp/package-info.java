@NullMarked
package anywire.transport.tcp;

import org.jspecify.annotations.NullMarked;
