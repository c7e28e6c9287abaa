@NullMarked
package anywire.transport.udp;

import org.jspecify.annotations.NullMarked;
