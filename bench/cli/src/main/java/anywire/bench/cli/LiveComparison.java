package anywire.bench.cli;

import anywire.bench.engine.plan.KnownSpreads;
import anywire.bench.engine.plan.Planner;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Plan;
import anywire.bench.model.Row;
import anywire.bench.model.Suite;
import anywire.bench.report.TerminalSummary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Two builds of Anywire under the same work, in the same generations: what drifts falls on both. One transport at a time; the
 * first build is the reference.
 */
final class LiveComparison {
    private final Path results;
    private final List<String> commandLine;
    private final PrintWriter out;

    LiveComparison(Path results, List<String> commandLine, PrintWriter out) {
        this.results = results;
        this.commandLine = commandLine;
        this.out = out;
    }

    /** @return the exit code: 3 if the second build is slower in a primary median; 1 if the run came to nothing */
    int compare(Suite suite, List<String> schemes, Path buildA, Path buildB, int generations) {
        Path a = library(buildA);
        Path b = library(buildB);
        int worst = ExitCodes.DONE;
        for (String scheme : schemes) {
            Row row = Row.parse(scheme);
            List<Row> rows = List.of(row.built(scheme + "-a", a.toString()), row.built(scheme + "-b", b.toString()));
            Suite live = suite.narrowed(rows, suite.scenarios(), suite.window(), suite.floors())
                    .times(generations, suite.rounds());
            worst = Math.max(worst, run(live));
        }
        return worst;
    }

    private int run(Suite suite) {
        Planner planner = Planner.of(suite, new TransportCatalog().abilities(suite.rows()), 0, KnownSpreads.prior());
        Plan plan = planner.first();
        out.println(suite.row(suite.reference()).schemes().get(0) + ": "
                + plan.generations().size() + " generations, at most about " + Times.about(plan.estimate())
                + " (Ctrl-C keeps what was measured)");
        out.flush();
        RunOnce.Outcome outcome;
        try (ShownProgress progress = ShownProgress.of(plan)) {
            outcome = new RunOnce(results, commandLine).run(planner, progress);
        }
        TerminalSummary.of(outcome.run(), outcome.analysis()).forEach(out::println);
        out.println("report  " + Home.shown(outcome.folder().resolve("report.html")));
        out.flush();
        if (!outcome.run().complete()) {
            return ExitCodes.ofRun(
                    outcome.run().incomplete(), outcome.analysis().trust());
        }
        boolean slower = outcome.analysis().scenarios().stream()
                .filter(s -> s.scenario().primary())
                .flatMap(s -> s.comparisons().stream())
                .anyMatch(c -> c.percentile() == 50 && c.verdict() == Verdict.SLOWER);
        // What was established stays so, though another scenario is broken.
        if (slower) {
            return ExitCodes.REGRESSION;
        }
        return ExitCodes.ofRun("", outcome.analysis().trust());
    }

    /** Of a checkout that has been built, or the folder of jars itself. */
    private static Path library(Path build) {
        Path inside = build.resolve("bench/cli/target/lib");
        Path library = Files.isDirectory(inside) ? inside : build;
        boolean holds = Files.isDirectory(library)
                && Optional.ofNullable(library.toFile().list()).map(List::of).orElse(List.of()).stream()
                        .anyMatch(name -> name.startsWith("anywire-bench"));
        if (!holds) {
            throw new IllegalArgumentException(
                    build
                            + " is no build of Anywire: give a checkout in which ./anywire has run once, or its bench/cli/target/lib");
        }
        return library.toAbsolutePath().normalize();
    }
}
