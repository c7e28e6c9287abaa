package anywire.transport;

import anywire.transport.kit.Routes;

/** Which thread runs an operation: the same policy over every transport. Used by {@link Routes}, not by transports. */
public interface Dispatch {
    /** @throws java.util.concurrent.RejectedExecutionException if too much waits already */
    void execute(Operation operation, Runnable task);
}
