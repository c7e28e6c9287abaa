/**
 * Operations, each declared once, and what derives from a declaration: stub, skeleton, the form of a command by
 * hand, the reference.
 *
 * <pre>
 *   SocialNetwork -- AuthStub -- Remote -- Client ~~~ wire ~~~ Routes -- CallerCheck -- Skeleton -- Auth
 *                       |           |                              (who asks?)    |
 *                       +-----------+------- Procedure, Codec -------------------+
 * </pre>
 */
@NullMarked
package anywire.operation;

import org.jspecify.annotations.NullMarked;
