package anywire.bench.report;

import anywire.bench.run.Analysis;

/** What can't be told from here. */
final class CantTellSection {
    private CantTellSection() {}

    static Section of(Analysis analysis) {
        return Section.titled("What this run can't tell")
                .bullets(analysis.cantTell())
                .build();
    }
}
