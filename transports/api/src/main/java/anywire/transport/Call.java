package anywire.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * One call, event or subscription on its way.
 *
 * @param accept the format wanted for the reply, or, for a subscription, for its items
 * @param timeLeft how long it is still worth anything, from the moment that it is handed over; never a point in time,
 *     since that would need a common clock. A server does not run a call whose time is over, as far as it can tell. Of an
 *     event: how long until its {@link SendPoint}
 * @param caller who asks; carried untouched, checked above the transport
 * @param key the same key again means the same call again, so that a repeat does no harm; carried untouched
 */
public record Call(
        Operation operation,
        Body body,
        Format accept,
        Duration timeLeft,
        Optional<Credential> caller,
        Optional<Key> key) {}
