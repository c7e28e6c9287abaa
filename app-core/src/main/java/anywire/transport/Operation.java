package anywire.transport;

/** What a transport may know of an operation: enough to choose an idiom, nothing of its records. */
public record Operation(String service, String name, Kind kind, Effect effect, Work work) {
    /** What kind of exchange it is, and so which of {@link Client}'s methods carries it. */
    public enum Kind {
        /** A request and its reply; any CALL may also be sent as an event, its reply dropped. */
        CALL,
        /** One way. */
        EVENT,
        /** A stream from the service to those who subscribed. */
        PUSH
    }

    public enum Effect {
        /** Changes nothing: may be a GET, may be repeated. */
        READS,
        /** Changes something, but twice is as good as once. */
        REPEATABLE,
        /** Changes something each time. */
        CHANGES
    }

    public enum Work {
        /** Microseconds and never blocks: runs on the thread where it arrives. */
        QUICK,
        /** May take long or block: runs on the host's executor. */
        BLOCKING
    }

    /** {@code storage/post}: unique among all services of a server. */
    public String path() {
        return service + "/" + name;
    }

    @Override
    public String toString() {
        return path();
    }
}
