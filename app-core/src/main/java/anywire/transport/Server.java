package anywire.transport;

import java.net.URI;
import java.util.Map;

/** Services, reachable. */
public interface Server extends AutoCloseable {
    /** Where clients connect, with the port really bound. Options and secrets are not part of it. */
    URI address();

    /** As {@link Client#facts()}. */
    Map<String, String> facts();

    /**
     * Stops accepting, lets running calls finish within {@link CommonOptions#DRAIN}, closes the rest, frees the port and
     * the threads. Idempotent.
     */
    @Override
    void close();
}
