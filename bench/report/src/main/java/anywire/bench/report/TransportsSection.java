package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Run;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Each transport as it was measured: options, what it said of itself, what it promises. */
final class TransportsSection {
    private TransportsSection() {}

    static Section of(Run run) {
        return Section.titled(Anchors.TRANSPORTS, "Transports as they ran")
                .table(
                        "Options in effect and facts, flush policy among them",
                        List.of("transport", "kinds", "options", "facts", "promises"),
                        run.transports().stream()
                                .map(t -> Section.row(
                                        t.label(),
                                        String.join(", ", t.kinds()),
                                        listed(t.options()),
                                        listed(t.facts()),
                                        String.join("; ", t.guarantees())))
                                .toList())
                .build();
    }

    private static String listed(Map<String, String> map) {
        return new TreeMap<>(map)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(", "));
    }
}
