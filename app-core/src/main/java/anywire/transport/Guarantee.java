package anywire.transport;

/** A promise that a transport may make. Each has a test in the TCK; what is not promised is not tested. */
public enum Guarantee {
    /** With both sides up and nothing overloaded, every event, call and push arrives. */
    LOSSLESS_WHILE_UP,
    /** No call or event ever runs twice, even when connections break. */
    RUNS_AT_MOST_ONCE,
    /** Events of one client arrive in the order in which they were sent. */
    EVENTS_IN_ORDER,
    /** Items of one topic are heard in the order in which they were published. */
    PUSHES_IN_ORDER,
    /** Events sent while the service is away are delivered when it is back. */
    EVENTS_WAIT_FOR_SERVICE,
    /** A publish at one replica reaches the subscribers of all. */
    PUSH_REACHES_REPLICAS,
    /** Calls under way fail soon after their server dies, well before their time is over. */
    DETECTS_DEAD_SERVER,
    /** A dead server is told from one that nobody started: {@code Unreachable} at once when nobody listens. */
    DETECTS_ABSENT_SERVER,
    /** The peer is authenticated before any call is run. */
    AUTHENTICATED_PEER,
    /** Nobody between can read it. */
    ENCRYPTED
}
