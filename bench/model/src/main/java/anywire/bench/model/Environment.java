package anywire.bench.model;

import java.util.List;
import java.util.Map;

/**
 * The machine and the software.
 *
 * @param idle {@code poll}, {@code halt} or {@code unknown}: what idle cores do
 * @param idleEvidence how that is known
 * @param freezing by which means rows that were not measured stood still
 * @param indicative whether this is a platform on which figures are only indicative (no pinning, no idle control)
 */
public record Environment(
        String cpu,
        int cores,
        String kernel,
        String os,
        String governor,
        String idle,
        String idleEvidence,
        String freezing,
        boolean indicative,
        String jdk,
        List<String> jvmFlags,
        String anywireVersion,
        String gitCommit,
        long memoryBytes,
        Map<String, String> versions) {}
