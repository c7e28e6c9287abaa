/**
 * What a transport implements and what it is lent.
 *
 * <pre>
 *   caller -- stub --> Client ~~~ the wire ~~~ Server --> Routes --> Service (skeleton) --> the service itself
 * </pre>
 *
 * A transport carries bytes: which codec made them is none of its business. It never retries a call by itself, never
 * blocks a caller with traffic, and reports everything through the future it handed out.
 */
@NullMarked
package anywire.transport;

import org.jspecify.annotations.NullMarked;
