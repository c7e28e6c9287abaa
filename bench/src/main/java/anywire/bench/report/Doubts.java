package anywire.bench.report;

import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a run isn't trusted, each reason once, with the scenarios that it is about. */
final class Doubts {
    private Doubts() {}

    static List<String> lines(Analysis analysis) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ScenarioAnalysis scenario : analysis.scenarios()) {
            for (String reason : scenario.reasons()) {
                byReason.computeIfAbsent(reason, r -> new ArrayList<>())
                        .add(scenario.scenario().name());
            }
        }
        List<String> lines = new ArrayList<>(analysis.reasons());
        byReason.forEach((reason, scenarios) -> lines.add(String.join(", ", scenarios) + ": " + reason));
        return lines;
    }
}
