package anywire.transport;

import java.net.URI;
import java.util.Map;

/** Services, reachable. */
public interface Server extends AutoCloseable {
    /** Where clients connect, with the port really bound; where there is a companion, its address. Without secrets. */
    URI address();

    /** As {@link Client#facts()}. */
    Map<String, String> facts();

    /** What happened, by name, since it was made: refused events, broken frames, forged datagrams. */
    default Map<String, Long> counts() {
        return Map.of();
    }

    /**
     * Stops accepting, lets running calls finish within {@link CommonOptions#DRAIN}, closes the rest, frees the port and
     * the threads. Idempotent.
     */
    @Override
    void close();
}
