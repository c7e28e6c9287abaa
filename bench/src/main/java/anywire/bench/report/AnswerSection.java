package anywire.bench.report;

import anywire.bench.overview.Overview;
import anywire.bench.run.Analysis;
import anywire.bench.run.Run;

/** The question, the answer, and whether to believe it. */
final class AnswerSection {
    private AnswerSection() {}

    static Section of(Run run, Analysis analysis, Overview overview) {
        Section.Builder section = Section.titled("answer", run.suite().question());
        // A paragraph for each: they are long.
        for (String sentence : analysis.closing().split("(?<=\\.) (?=(?:On|At|The|Over) )")) {
            section.text(sentence);
        }
        return section.table(Glance.CAPTION, Glance.heads(overview), Glance.rows(run, overview))
                .text(trust(analysis))
                .bullets(Doubts.lines(analysis))
                .bullets(DroppedBlocks.lines(analysis))
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
