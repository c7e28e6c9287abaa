package anywire.transport;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** What every transport is lent. Transports close none of it. */
public interface Host {
    Dispatch dispatch();

    /** For time-outs and back-off; tasks must be short. */
    ScheduledExecutorService timer();

    /** Daemon threads, named {@code purpose-1} and on, and counted. */
    ThreadFactory threads(String purpose);

    /** A secret by name: a password or key that must not stand in a URI. */
    Optional<String> secret(String name);
}
