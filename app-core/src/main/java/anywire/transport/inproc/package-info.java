/** Method calls within one process: the monolith's transport, and what all others are counted from. */
@NullMarked
package anywire.transport.inproc;

import org.jspecify.annotations.NullMarked;
