package anywire.bench.model;

import java.util.List;
import java.util.Map;

/**
 * A transport as it was measured.
 *
 * @param label as reports name it: {@code http (okhttp)}
 * @param options every option's effective value, secrets masked
 * @param facts what client and server said of themselves
 * @param guarantees what it promises under these options, one short phrase each
 * @param maxBodyBytes the largest body that it takes; 0 where that wasn't recorded
 * @param tested what the TCK found of its guarantees, all of them; empty where it wasn't tried, or for a wiring
 *     over several transports
 * @param stated what its documentation says; empty for a wiring over several transports
 */
public record TransportFacts(
        String name,
        String label,
        Map<String, String> options,
        Map<String, String> facts,
        List<String> kinds,
        List<String> guarantees,
        long maxBodyBytes,
        List<Tested> tested,
        List<Stated> stated) {
    public TransportFacts {
        tested = tested == null ? List.of() : List.copyOf(tested);
        stated = stated == null ? List.of() : List.copyOf(stated);
    }
}
