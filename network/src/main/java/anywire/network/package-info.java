/**
 * A relay between any two processes: what it is sent it passes on, later, slower, or not at all.
 *
 * <pre>
 *   client -- to server: arrives, waits, goes on --> relay --> server
 *   client <-- to client: likewise ---------------- relay <-- server
 * </pre>
 *
 * Of a stream it holds back bytes, and cuts it; it can't lose parts of it, since that is for the kernel below to repair. Of
 * datagrams it also loses some, doubles some and has some overtake others, by a seed.
 */
@NullMarked
package anywire.network;

import org.jspecify.annotations.NullMarked;
