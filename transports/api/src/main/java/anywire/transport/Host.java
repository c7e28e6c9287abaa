package anywire.transport;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** What every transport is lent. Transports close none of it; the host closes after all of them. */
public interface Host {
    Dispatch dispatch();

    /** For time-outs and back-off; tasks must be short. */
    ScheduledExecutorService timer();

    /** Daemon threads, named {@code purpose-1} and on, and counted. */
    ThreadFactory threads(String purpose);

    /** A {@link Secret} by name, if whoever started this process has it. */
    Optional<String> secret(String name);
}
