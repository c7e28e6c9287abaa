package anywire.bench.report;

import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which blocks don't count, why, and what the medians would be if they did. */
final class DroppedBlocks {
    private static final int SHOWN_REASONS = 2;

    private DroppedBlocks() {}

    static List<String> lines(Analysis analysis) {
        List<String> lines = new ArrayList<>();
        for (Dropped dropped : analysis.dropped()) {
            String of = dropped.scenario().isEmpty() ? "" : " of " + dropped.scenario();
            lines.add("Block " + dropped.block() + of + " was dropped, for all transports: "
                    + reasons(dropped.reasons()) + ".");
        }
        for (ScenarioAnalysis scenario : analysis.scenarios()) {
            String ratios = scenario.comparisons().stream()
                    .filter(c -> c.percentile() == 50 && c.leavesOut())
                    .map(DroppedBlocks::withAndWithout)
                    .collect(Collectors.joining("; "));
            if (!ratios.isEmpty()) {
                lines.add(scenario.scenario().name() + "'s p50 ratio with what was dropped, and without: " + ratios
                        + ".");
            }
        }
        return lines;
    }

    private static String reasons(List<Flaw> flaws) {
        String first = flaws.stream().limit(SHOWN_REASONS).map(Flaw::reason).collect(Collectors.joining("; "));
        int more = flaws.size() - SHOWN_REASONS;
        return more > 0 ? first + "; and " + Figures.count(more, "more reason") : first;
    }

    private static String withAndWithout(Comparison c) {
        return c.transport() + " " + Shown.ratio(c.withDropped()) + ", without " + Shown.ratio(c);
    }
}
