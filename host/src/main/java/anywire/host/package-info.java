/**
 * Processes that serve, and those that drive them: roles.
 *
 * <pre>
 *   parent (the CLI)                        child (a JVM of its own)
 *   RoleProcess -- question, on stdin  -->  RoleMain -> Role
 *               &lt;-- answer, on stdout  --
 *                  log, on stderr  -->  logs/NAME.log
 * </pre>
 *
 * A child dies with its parent whatever ends it: the kernel kills it when the thread that started it is gone
 * ({@code setpriv --pdeathsig}), and where there is no setpriv it leaves when its standard input ends.
 */
@NullMarked
package anywire.host;

import org.jspecify.annotations.NullMarked;
