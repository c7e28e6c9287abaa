package anywire.bench.model;

import java.time.Instant;
import java.util.List;

/**
 * All that one run measured: {@code run.json}.
 *
 * @param schema of this record; see {@code docs/run.schema.json}
 * @param incomplete why it ended early; empty if it did not
 * @param loads of the open scenarios, beside the slowest row's peak
 * @param judgedBy bounds of trust: this machine's own, if they were known when the run began
 * @param leftOut what of the suite could not be measured here or by that transport, each one line
 * @param calibration of the harness on this machine, if there was one when the run began
 */
public record Run(
        int schema,
        String id,
        Instant startedAt,
        Instant endedAt,
        String incomplete,
        List<String> commandLine,
        Environment environment,
        Suite suite,
        GraphFacts graph,
        List<TransportFacts> transports,
        List<Generation> generations,
        List<Capacity> capacities,
        Trials trials,
        Schedule schedule,
        List<ScaledLoad> loads,
        Calibration calibration,
        Power.Cited power,
        JudgedBy judgedBy,
        List<String> leftOut) {
    public static final int SCHEMA = 5;

    public Run {
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    }

    public boolean complete() {
        return incomplete.isEmpty();
    }

    public String label(String transport) {
        return transports.stream()
                .filter(t -> t.name().equals(transport))
                .findFirst()
                .map(TransportFacts::label)
                .orElse(transport);
    }
}
