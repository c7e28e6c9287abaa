package anywire.bench.cli;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Run;
import java.util.List;

/** Where a run's report is, and what to do next. */
final class NextStep {
    private NextStep() {}

    static List<String> lines(RunOnce.Outcome outcome) {
        return List.of("report  " + Home.shown(outcome.folder().resolve("report.html")), "next    " + next(outcome));
    }

    private static String next(RunOnce.Outcome outcome) {
        Run run = outcome.run();
        if (!run.complete()) {
            return "anywire run " + run.suite().name() + "   (this one is incomplete)";
        }
        if (outcome.analysis().trust() == Trust.BROKEN) {
            return "anywire report " + Home.shown(outcome.folder()) + "   (what is broken, and where)";
        }
        if (!run.calibration().there()) {
            return "anywire calibrate   (how far off the harness is here)";
        }
        return run.suite().name().equals("quick")
                ? "anywire run decide   (more generations, warmer, with a load curve)"
                : "anywire advise   (what serves your need, by this run)";
    }
}
