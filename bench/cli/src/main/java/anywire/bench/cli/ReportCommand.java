package anywire.bench.cli;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Analysis;
import anywire.bench.report.Reports;
import anywire.bench.report.TerminalSummary;
import anywire.bench.results.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Draws report.md and report.html again, from the data alone.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  anywire report", "  anywire report results/20260301-141530-quick"})
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A run's folder. Default: the newest run's.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        RunFolder opened = RunFolder.open(NewestRun.unless(folder, spec));
        RunFolder.Recorded recorded = opened.read();
        Analysis analysis = Analyst.analyse(recorded.run(), recorded.histograms());
        Reports.write(opened::writeText, recorded.run(), analysis);
        PrintWriter out = Anywire.out(spec);
        if (!recorded.run().complete()) {
            out.println("incomplete: " + recorded.run().incomplete());
        }
        TerminalSummary.of(recorded.run(), analysis).forEach(out::println);
        out.println();
        out.println("report  " + Home.shown(opened.path().resolve("report.html")));
        out.flush();
        return ExitCodes.DONE;
    }
}
