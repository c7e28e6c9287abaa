package anywire.bench.report;

import anywire.bench.model.Analysis;
import anywire.bench.model.Run;

/** What can't be told from here. */
final class CantTellSection {
    private CantTellSection() {}

    static Section of(Run run, Analysis analysis) {
        return Section.titled("What this run can't tell")
                .bullets(CantTell.of(run, analysis.scenarios()))
                .build();
    }
}
