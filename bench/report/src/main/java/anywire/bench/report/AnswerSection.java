package anywire.bench.report;

import anywire.bench.analysis.advice.Overview;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The question, the answer, and whether to believe it. */
final class AnswerSection {
    /** With more, names say less than their number. */
    private static final int FEW = 8;

    private AnswerSection() {}

    static Section of(Run run, Analysis analysis, Overview overview) {
        Section.Builder section = Section.titled("answer", run.suite().question());
        // A paragraph for each: they are long.
        for (String sentence : Closing.of(run, analysis.scenarios()).split("(?<=\\.) (?=(?:On|At|The|Over) )")) {
            section.text(sentence);
        }
        return section.table(Glance.CAPTION, Glance.heads(overview), Glance.rows(run, overview))
                .text(trust(analysis))
                .bullets(Doubts.lines(analysis))
                .build();
    }

    private static String trust(Analysis analysis) {
        if (analysis.trust() == Trust.HIGH) {
            return "Trust is high: no check of the harness, the machine or the accounting found fault.";
        }
        boolean alike = analysis.scenarios().stream().allMatch(s -> s.trust() == analysis.trust());
        if (alike || !analysis.reasons().isEmpty()) {
            return "Trust is " + analysis.trust().words() + ":";
        }
        return Arrays.stream(Trust.values())
                .flatMap(trust -> having(trust, analysis).stream())
                .collect(Collectors.joining("; ", "Trust is ", ". Why:"));
    }

    /** {@code "high in push"}, {@code "medium in 12 scenarios"}; empty for none. */
    private static Optional<String> having(Trust trust, Analysis analysis) {
        List<String> names = analysis.scenarios().stream()
                .filter(s -> s.trust() == trust)
                .map(s -> s.scenario().name())
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String which = names.size() > FEW ? Figures.count(names.size(), "scenario") : String.join(", ", names);
        return Optional.of(trust.words() + " in " + which);
    }
}
