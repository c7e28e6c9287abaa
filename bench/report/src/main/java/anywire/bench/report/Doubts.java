package anywire.bench.report;

import anywire.bench.analysis.advice.ReasonText;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a run isn't trusted highly: each reason once, worst first, with the scenarios that it is about. */
final class Doubts {
    private Doubts() {}

    static List<String> lines(Analysis analysis) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        List<Reason> all =
                analysis.scenarios().stream().flatMap(s -> s.reasons().stream()).toList();
        Reason.ranked(all).forEach(reason -> byReason.put(ReasonText.of(reason), new ArrayList<>()));
        for (ScenarioAnalysis scenario : analysis.scenarios()) {
            for (Reason reason : scenario.reasons()) {
                List<String> names = byReason.getOrDefault(ReasonText.of(reason), new ArrayList<>());
                if (!names.contains(scenario.scenario().name())) {
                    names.add(scenario.scenario().name());
                }
            }
        }
        List<String> lines =
                new ArrayList<>(analysis.reasons().stream().map(ReasonText::of).toList());
        byReason.forEach((reason, scenarios) -> lines.add(String.join(", ", scenarios) + ": " + reason));
        return lines;
    }
}
