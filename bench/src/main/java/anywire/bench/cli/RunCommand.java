package anywire.bench.cli;

import anywire.bench.plan.Abilities;
import anywire.bench.plan.Planner;
import anywire.bench.report.TerminalSummary;
import anywire.bench.run.Figures;
import anywire.bench.run.Plan;
import anywire.bench.run.Suite;
import anywire.bench.suite.Overrides;
import anywire.bench.suite.SuiteFiles;
import anywire.host.Profiling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Measures a suite and writes its report.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        parameterListHeading = "%nWhat to measure:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured, and the result holds",
            "1:failed while running; what was measured is kept, marked incomplete",
            "2:wrong usage",
            "3:measured, but the result is invalid; the report says why",
            "130:interrupted; what was measured is kept, marked incomplete"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire run quick",
            "  anywire run quick --dry-run",
            "  anywire run quick --transports tcp,http --generations 8",
            "  anywire run quick --graph friends.edges",
            "  anywire run decide --precision 5%% --budget 30m",
            "  anywire run mine.yaml"
        })
final class RunCommand implements Callable<Integer> {
    private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(20);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE", description = "A suite's name (anywire suites lists them), or a file.")
    @SuppressWarnings("NullAway.Init")
    private String suite;

    @ArgGroup(validate = false, heading = "%nChanges to the suite:%n")
    private SuiteOptions options = new SuiteOptions();

    @ArgGroup(validate = false, heading = "%nThe run itself:%n")
    private Itself itself = new Itself();

    static final class Itself {
        @Option(names = "--dry-run", description = "Print the resolved plan and how long it takes; measure nothing.")
        private boolean dryRun;

        @Option(
                names = "--results",
                paramLabel = "FOLDER",
                description = "Where the run's folder goes. Default: results, beside the launcher.")
        private Path results = Home.results();

        @Option(
                names = "--profile",
                description = "Each JVM records itself (JFR), beside its log. Shows where time goes; compares nothing.")
        private boolean profile;

        @Option(
                names = "--precision",
                paramLabel = "SHARE",
                converter = Share.class,
                description =
                        "As many generations as a 95 %% interval of this half-width takes, judged once by a pilot of 5: 5%%.")
        private @Nullable Double precision;

        @Option(
                names = "--budget",
                paramLabel = "TIME",
                converter = SuiteOptions.Time.class,
                description =
                        "With --precision: how long it may take. What does not fit is dropped, and named. Default: 20m.")
        private @Nullable Duration budget;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (itself.profile) {
            Profiling.on();
        }
        Found found = new Found();
        AddedTransports added = new AddedTransports(found);
        Overrides changes = options.overrides();
        Suite asked = added.among(changes.applyTo(SuiteFiles.load(suite)), changes.choosesRows());
        if (!itself.dryRun) {
            asked = added.rehearsed(asked);
        }
        Map<String, Abilities> abilities = found.abilities(asked.rows());
        Optional<PrecisionOnDemand> precise = precisely(abilities);
        Plan plan = (precise.isPresent() ? precise.get().pilot(asked) : Planner.plan(asked, abilities))
                .leavingOut(added.leftOut());
        PrintWriter out = Anywire.out(spec);
        if (itself.dryRun) {
            PlanText.lines(plan).forEach(out::println);
            out.flush();
            return ExitCodes.DONE;
        }
        return measure(plan, precise, added.rows(asked), out);
    }

    private Optional<PrecisionOnDemand> precisely(Map<String, Abilities> abilities) {
        if (itself.precision == null) {
            if (itself.budget != null) {
                throw new ParameterException(
                        spec.commandLine(), "--budget goes with --precision: without it, a suite has its own length");
            }
            return Optional.empty();
        }
        if (options.overrides().generations().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--generations and --precision exclude each other: the precision decides how many");
        }
        Duration budget = Objects.requireNonNullElse(itself.budget, DEFAULT_BUDGET);
        return Optional.of(new PrecisionOnDemand(abilities, itself.precision, budget));
    }

    private int measure(Plan plan, Optional<PrecisionOnDemand> precise, Set<String> added, PrintWriter out) {
        plan.notApplicable().forEach(line -> out.println("left out: " + line));
        out.println(plan.suite().name() + ": "
                + precise.map(PrecisionOnDemand::announced)
                        .orElse(Figures.count(plan.suite().generations(), "generation") + ", seed "
                                + plan.suite().seed() + ", at most about " + Times.about(plan.estimate()))
                + " (Ctrl-C keeps what was measured)");
        out.flush();
        // What is printed at the end is printed under the guard: once it is closed, the JVM may be gone.
        try (CtrlC guard = CtrlC.guard()) {
            RunOnce.Outcome outcome;
            try (ShownProgress progress = ShownProgress.of(plan)) {
                outcome = new RunOnce(itself.results, commandLine(), added)
                        .run(plan, progress, precise.map(PrecisionOnDemand::extension));
            }
            outcome.run().leftOut().stream()
                    .filter(line -> !plan.notApplicable().contains(line))
                    .forEach(line -> out.println("left out: " + line));
            TerminalSummary.of(outcome.run(), outcome.analysis()).forEach(out::println);
            out.println();
            NextStep.lines(outcome).forEach(out::println);
            if (itself.profile) {
                out.println("profile " + Home.shown(outcome.folder().resolve("logs"))
                        + "/*.jfr   (jfr print --events jdk.ExecutionSample FILE, or JDK Mission Control)");
            }
            out.flush();
            complain(outcome.run().incomplete());
            return ExitCodes.ofRun(
                    outcome.run().incomplete(), outcome.analysis().trust());
        }
    }

    private void complain(String incomplete) {
        if (!incomplete.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("anywire: incomplete: " + incomplete);
            err.flush();
        }
    }

    private List<String> commandLine() {
        List<String> line = new ArrayList<>(List.of("anywire"));
        line.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return line;
    }
}
