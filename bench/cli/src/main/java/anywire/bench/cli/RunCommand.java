package anywire.bench.cli;

import anywire.bench.engine.plan.Abilities;
import anywire.bench.engine.plan.Planner;
import anywire.bench.engine.suite.Overrides;
import anywire.bench.engine.suite.SuiteFiles;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Figures;
import anywire.bench.model.Plan;
import anywire.bench.model.Suite;
import anywire.bench.report.TerminalSummary;
import anywire.host.Profiling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            "0:measured; the report has a figure and its trust for every cell",
            "1:failed while running; what was measured is kept, marked incomplete",
            "2:wrong usage",
            "3:measured, but broken (wrong answers, a load not delivered), or less trusted than --require asks",
            "130:interrupted; what was measured is kept, marked incomplete"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire run quick",
            "  anywire run quick --dry-run",
            "  anywire run quick --transports tcp,http --budget 15m",
            "  anywire run quick --graph friends.edges",
            "  anywire run decide --precision 5%% --budget 30m",
            "  anywire run mine.yaml"
        })
final class RunCommand implements Callable<Integer> {
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
                        "No more generations than a 95 %% interval of this half-width takes, by spreads known before: 5%%.")
        private @Nullable Double precision;

        @Option(
                names = "--require",
                paramLabel = "TRUST",
                description = "Exit with 3 if any comparison is trusted less: high, medium, low.")
        private @Nullable String require;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (itself.profile) {
            Profiling.on();
        }
        TransportCatalog found = new TransportCatalog();
        AddedTransports added = new AddedTransports(found);
        Overrides changes = options.overrides();
        Suite asked = added.among(changes.applyTo(SuiteFiles.load(suite)), changes.choosesRows());
        if (!itself.dryRun) {
            asked = added.rehearsed(asked);
        }
        Map<String, Abilities> abilities = found.abilities(asked.rows());
        double halfWidth = Objects.requireNonNullElse(itself.precision, 0.0);
        Trust required = required();
        if (halfWidth > 0 && changes.generations().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--generations and --precision exclude each other: the precision decides how many");
        }
        Planner planner = Planner.of(asked, abilities, halfWidth, Spreads.known(itself.results));
        Plan plan = planner.first().leavingOut(added.leftOut());
        PrintWriter out = Anywire.out(spec);
        if (itself.dryRun) {
            PlanText.lines(plan).forEach(out::println);
            out.flush();
            return ExitCodes.DONE;
        }
        return measure(planner, plan, required, added, added.rows(asked), out);
    }

    /** The least that is asked for; broken where nothing is. */
    private Trust required() {
        if (itself.require == null) {
            return Trust.LOW;
        }
        return Arrays.stream(Trust.values())
                .filter(t -> t != Trust.BROKEN && t.words().equals(itself.require))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--require is high, medium or low, not '" + itself.require + "'"));
    }

    private int measure(
            Planner planner,
            Plan plan,
            Trust required,
            AddedTransports added,
            Set<String> dispensable,
            PrintWriter out) {
        plan.notApplicable().forEach(line -> out.println("left out: " + line));
        out.println(plan.suite().name() + ": about " + Times.about(plan.estimate()) + ", "
                + Figures.count(plan.generations().size(), "generation") + " of "
                + Figures.count(plan.schedule().rounds(), "round") + " to begin with, seed "
                + plan.suite().seed() + " (Ctrl-C keeps what was measured)");
        out.flush();
        // What is printed at the end is printed under the guard: once it is closed, the JVM may be gone.
        try (CtrlC guard = CtrlC.guard()) {
            RunOnce.Outcome outcome;
            try (ShownProgress progress = ShownProgress.of(plan)) {
                outcome =
                        new RunOnce(itself.results, commandLine(), dispensable).run(planner, added.leftOut(), progress);
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
                    outcome.run().incomplete(), outcome.analysis().trust(), required);
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
