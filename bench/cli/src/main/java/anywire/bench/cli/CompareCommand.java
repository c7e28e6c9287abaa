package anywire.bench.cli;

import anywire.bench.analysis.Analyst;
import anywire.bench.analysis.TwoRuns;
import anywire.bench.engine.suite.SuiteFiles;
import anywire.bench.model.RunComparison;
import anywire.bench.model.Suite;
import anywire.bench.report.RunComparisonSummary;
import anywire.bench.results.RunFolder;
import anywire.bench.results.RunFolder.Recorded;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        description = "Holds one run against another: what they share is the same, faster, slower, or can't be told.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:compared, whatever the verdicts: two runs carry the machine's drift and prove no regression",
            "1:a run can't be read, or --live failed while running or came to an invalid result",
            "2:wrong usage, or nothing in common",
            "3:with --live: B is slower"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire compare results/20260301-141530-quick results/latest",
            "  anywire compare --live ../anywire-before . --transports tcp,http"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int LIVE_GENERATIONS = 8;
    private static final int MAX_GENERATIONS = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--live",
            description =
                    "A and B are builds, not runs: checkouts in which ./anywire has run once. Both are measured now,"
                            + " in the same generations.")
    private boolean live;

    @Option(names = "--suite", paramLabel = "SUITE", description = "With --live: what to measure. Default: quick.")
    private @Nullable String suite;

    @Option(
            names = "--transports",
            split = ",",
            paramLabel = "SCHEME",
            description = "With --live: which ones, one after another. Default: tcp.")
    private List<String> transports = List.of();

    @Option(names = "--generations", paramLabel = "N", description = "With --live: how many. Default: 8.")
    private @Nullable Integer generations;

    @Parameters(index = "0", paramLabel = "A", description = "A run's folder: what B is held against.")
    @SuppressWarnings("NullAway.Init")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Another run's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path b;

    @Override
    public Integer call() throws IOException {
        if (live) {
            return live();
        }
        if (suite != null || generations != null || !transports.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--suite, --transports and --generations go with --live");
        }
        Recorded ofA = RunFolder.open(a).read();
        Recorded ofB = RunFolder.open(b).read();
        RunComparison comparison = TwoRuns.compare(
                ofA.run(),
                Analyst.analyse(ofA.run(), ofA.histograms()),
                ofB.run(),
                Analyst.analyse(ofB.run(), ofB.histograms()));
        PrintWriter out = Anywire.out(spec);
        RunComparisonSummary.of(ofA.run(), ofB.run(), comparison).forEach(out::println);
        out.flush();
        return ExitCodes.DONE;
    }

    private int live() throws IOException {
        Suite asked = SuiteFiles.load(Objects.requireNonNullElse(suite, "quick"));
        int count = Objects.requireNonNullElse(generations, LIVE_GENERATIONS);
        if (count < 1 || count > MAX_GENERATIONS) {
            throw new ParameterException(
                    spec.commandLine(), "--generations is 1 to " + MAX_GENERATIONS + ", not " + count);
        }
        List<String> commandLine = new ArrayList<>(List.of("anywire"));
        commandLine.addAll(spec.root().commandLine().getParseResult().originalArgs());
        try (CtrlC guard = CtrlC.guard()) {
            return new LiveComparison(Home.results(), commandLine, Anywire.out(spec))
                    .compare(asked, transports.isEmpty() ? List.of("tcp") : transports, a, b, count);
        }
    }
}
