package anywire.bench.report;

import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Run;
import java.util.ArrayList;
import java.util.List;

/** The question, the answer, and whether to believe it. */
final class AnswerSection {
    private AnswerSection() {}

    static Section of(Run run, Analysis analysis) {
        List<String> why = new ArrayList<>(analysis.reasons());
        for (ScenarioAnalysis scenario : analysis.scenarios()) {
            scenario.reasons()
                    .forEach(r -> why.add(
                            scenario.scenario().name() + " (" + scenario.trust().words() + "): " + r));
        }
        return Section.titled(run.suite().question())
                .text(analysis.closing())
                .text(trust(analysis))
                .bullets(why)
                .build();
    }

    private static String trust(Analysis analysis) {
        return switch (analysis.trust()) {
            case TRUSTED -> "This run is trusted: no check of the harness, the machine or the accounting found fault.";
            case DOUBTFUL -> "This run is doubtful:";
            case INVALID -> "This run is invalid:";
        };
    }
}
