package anywire.bench.run;

import java.util.List;
import java.util.Map;

/**
 * A transport as it was measured.
 *
 * @param label as reports name it: {@code http (okhttp)}
 * @param options every option's effective value, secrets masked
 * @param facts what client and server said of themselves
 * @param guarantees what it promises under these options, one short phrase each
 */
public record TransportFacts(
        String name,
        String label,
        Map<String, String> options,
        Map<String, String> facts,
        List<String> kinds,
        List<String> guarantees) {}
