/**
 * What a transport implements and what it is lent.
 *
 * <pre>
 *   caller -- stub --> Client ~~~ the wire ~~~ Server --> Routes --> Service (skeleton) --> the service itself
 * </pre>
 *
 * A transport carries bytes: which codec made them is none of its business. It repeats
 * only what the other side knows as the same, never blocks a caller with traffic, and reports everything through the
 * future it handed out. What goes wrong in the background (a wrong password while reconnecting) goes to the
 * {@link System.Logger} named {@code anywire.SCHEME}.
 */
@NullMarked
package anywire.transport;

import org.jspecify.annotations.NullMarked;
