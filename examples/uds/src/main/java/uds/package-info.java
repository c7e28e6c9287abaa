/** Anywire over Unix-domain sockets: begin with {@link uds.UdsTransport}. */
@NullMarked
package uds;

import org.jspecify.annotations.NullMarked;
