package anywire.bench.cli;

import anywire.bench.report.export.ExportFormat;
import anywire.bench.results.RunFolder;
import anywire.bench.results.TextFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes what was measured for other tools: CSV, JSON lines, HdrHistogram's percentiles.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire export --format csv",
            "  anywire export results/20260301-141530-quick --format percentiles --out plots"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A run's folder. Default: the newest run's.")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = {
                "csv: a row a scenario, transport, round and clock, in nanoseconds.",
                "jsonl: the same rows as JSON objects, one a line.",
                "percentiles: HdrHistogram's text in microseconds, a file a scenario, transport and clock, over all"
                        + " rounds."
            })
    @SuppressWarnings("NullAway.Init")
    private ExportFormat format;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the files go; made if it isn't there. Default: export, in the run's folder.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        RunFolder opened = RunFolder.open(NewestRun.unless(folder, spec));
        RunFolder.Recorded recorded = opened.read();
        Map<String, String> files = format.files(recorded.run(), recorded.histograms());
        if (files.isEmpty()) {
            throw new IllegalStateException(opened.path() + " has nothing to export: nothing was measured");
        }
        TextFolder into =
                TextFolder.at(Objects.requireNonNullElse(out, opened.path().resolve("export")));
        PrintWriter print = Anywire.out(spec);
        if (!recorded.run().complete()) {
            print.println("incomplete: " + recorded.run().incomplete());
        }
        new TreeMap<>(files).forEach((name, text) -> print.println("wrote  " + Home.shown(into.write(name, text))));
        print.flush();
        return ExitCodes.DONE;
    }
}
