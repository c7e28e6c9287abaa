/**
 * The tests that every transport must pass, as a library.
 *
 * <pre>
 *   TransportTck (JUnit) --+
 *                          +--> Tck --> groups of checks, each on a CheckRig of its own:
 *   anything else ---------+
 *                                       client(s) ~~~ the transport under test ~~~ server --> Lab
 * </pre>
 *
 * A group is a class; a check is a method of it that takes a {@link anywire.transport.tck.CheckRig} and throws if the
 * transport is at fault. What a transport doesn't promise is skipped, with the reason. After every check the rig is
 * closed and must leave nothing: no call without an outcome, no lent thread, no bound port.
 */
@NullMarked
package anywire.transport.tck;

import org.jspecify.annotations.NullMarked;
