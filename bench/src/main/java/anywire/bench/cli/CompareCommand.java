package anywire.bench.cli;

import anywire.bench.analysis.Analyst;
import anywire.bench.analysis.TwoRuns;
import anywire.bench.report.RunComparisonSummary;
import anywire.bench.results.RunFolder;
import anywire.bench.results.RunFolder.Recorded;
import anywire.bench.run.RunComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
            "1:a run can't be read",
            "2:wrong usage, or nothing in common"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  anywire compare results/20260301-141530-quick results/latest"})
final class CompareCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A run's folder: what B is held against.")
    @SuppressWarnings("NullAway.Init")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Another run's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path b;

    @Override
    public Integer call() {
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
}
