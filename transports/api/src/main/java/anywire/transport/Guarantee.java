package anywire.transport;

/**
 * A promise that a transport may make. Each has a test in the TCK; what is not promised is not tested. "Arrives" means:
 * with both sides up and nothing overloaded.
 */
public enum Guarantee {
    /** Every call is answered. */
    CALLS_ARRIVE,
    /** Every event arrives. */
    EVENTS_ARRIVE,
    /** Every item reaches every live subscriber. */
    PUSHES_ARRIVE,
    /** No call runs twice, even when connections break. */
    CALLS_RUN_AT_MOST_ONCE,
    /** No event is handled twice, even when connections break. */
    EVENTS_RUN_AT_MOST_ONCE,
    /** Events of one client arrive in the order in which they were sent. */
    EVENTS_IN_ORDER,
    /** Items of one topic are heard in the order in which they were published. */
    PUSHES_IN_ORDER,
    /** Whatever a subscriber misses, it hears {@link Listener#gap()}; without this promise a gap is told if noticed. */
    GAPS_ARE_TOLD,
    /** Events sent while the service is away are delivered when it is back. */
    EVENTS_WAIT_FOR_SERVICE,
    /** An event whose send completed survives the death of whatever accepted it. */
    ACCEPTED_SURVIVES_RESTART,
    /** A publish at one replica reaches the subscribers of all. */
    PUSH_REACHES_REPLICAS,
    /** Calls under way fail soon after their server dies, well before their time is over. */
    DETECTS_DEAD_SERVER,
    /** A call to a server that nobody started fails at once with {@code Unreachable}, well before its time is over. */
    DETECTS_ABSENT_SERVER,
    /** Servers listen at a host and a port, where clients on other machines find them. */
    REACHES_OTHER_MACHINES,
    /** The peer is authenticated before any call is run. */
    AUTHENTICATED_PEER,
    /** Nobody between can read it. */
    ENCRYPTED
}
