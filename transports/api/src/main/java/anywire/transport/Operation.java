package anywire.transport;

/**
 * What a transport may know of an operation: enough to choose an idiom, nothing of its records. Equal by
 * {@linkplain #path() path}, which is unique among all services of a server.
 */
public final class Operation {
    /** So that datagrams and frames can bound what they carry. */
    public static final int MAX_PATH_CHARS = 64;

    private final String service;
    private final String name;
    private final Kind kind;
    private final Effect effect;
    private final Work work;
    private final String path;

    /** @throws IllegalArgumentException unless service and name are letters and digits, together at most 63 */
    public Operation(String service, String name, Kind kind, Effect effect, Work work) {
        this.service = service;
        this.name = name;
        this.kind = kind;
        this.effect = effect;
        this.work = work;
        this.path = service + "/" + name;
        if (!path.matches("[A-Za-z0-9]+/[A-Za-z0-9]+") || path.length() > MAX_PATH_CHARS) {
            throw new IllegalArgumentException(
                    "an operation's path is letters/letters, at most " + MAX_PATH_CHARS + " characters, not " + path);
        }
    }

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

    public String service() {
        return service;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public Effect effect() {
        return effect;
    }

    public Work work() {
        return work;
    }

    /** {@code storage/post}. */
    public String path() {
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operation that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
