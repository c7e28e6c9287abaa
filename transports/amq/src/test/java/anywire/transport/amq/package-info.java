@NullMarked
package anywire.transport.amq;

import org.jspecify.annotations.NullMarked;
