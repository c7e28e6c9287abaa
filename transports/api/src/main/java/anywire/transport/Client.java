package anywire.transport;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One caller's end. Safe for use by many threads.
 *
 * <p>Nothing here blocks or throws but for programming errors: every outcome comes through the future. Futures complete
 * on a thread of the transport or are already complete when returned; their dependants must not block. Cancelling a
 * future gives up waiting and frees what the client held for it; what the server does is then unknown.
 *
 * <p>At most {@link CommonOptions#MAX_IN_FLIGHT} calls, events not yet at their {@link SendPoint} and subscriptions
 * under way are in flight at once; one more fails at once with {@link TransportException.Overloaded}.
 */
public interface Client extends AutoCloseable {
    /**
     * Asks and waits for the answer. A server that is closing, or gone, is {@code Disconnected}: {@code Closed} is this
     * side alone.
     *
     * @return the service's answer, {@link Reply.Refused} included; or fails with a {@link TransportException}, at the
     *     latest a little (at most 100 ms) after the call's time is over, with {@code TimedOut}
     */
    CompletableFuture<Reply> call(Call call);

    /**
     * Sends an event. Completes when it has reached the point that {@link Guarantees#sendCompletes()} names; from there
     * on its fate is what {@link Guarantees#delivery()} says. Its time left is the time to get there: after that an event
     * has no expiry, and a server takes it however late. An event has no answer: what the service refuses is dropped
     * and counted there.
     */
    CompletableFuture<Void> send(Call call);

    /**
     * Listens to a topic of a service.
     *
     * @param call the push operation, with the caller's credential, and the time left to get the subscription live
     * @return done when live: whatever is published from now on is heard, as far as the guarantees go (items may come
     *     even before). Fails with {@link RefusedException} where the
     *     service doesn't admit the caller, or with a {@link TransportException}
     */
    CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener);

    /**
     * What is worth knowing about how it works: protocol version, broker, flush policy, I/O mode. What is known so far;
     * whole after the first answer.
     */
    Map<String, String> facts();

    /** What happened, by name, since it was made: reconnects, dropped items, retransmissions. */
    default Map<String, Long> counts() {
        return Map.of();
    }

    /**
     * Flushes events already handed over, within {@link CommonOptions#DRAIN}, fails what is in flight with
     * {@code Closed}, ends subscriptions, frees threads. Blocks, so not to be called on a thread of the transport.
     * Idempotent.
     */
    @Override
    void close();
}
