package anywire.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "jmh",
        description = "Runs the micro-benchmarks: codecs, the call in process, one round trip over each transport.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire jmh --list",
            "  anywire jmh Codec",
            "  anywire jmh RoundTrip -- -f 1 -wi 3 -i 3     what follows -- is JMH's own"
        })
final class JmhCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--list", description = "Name the benchmarks that match, and run none.")
    private boolean list;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            description = "Where the run's folder goes. Default: results, beside the launcher.")
    private Path results = Home.results();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATTERN",
            description = "A regular expression. Default: all.")
    private String pattern = ".*";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "JMH-OPTION", description = "Handed on to JMH.")
    private List<String> handedOn = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Anywire.out(spec);
        List<String> matching = JmhBenchmarks.matching(pattern);
        if (matching.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no benchmark matches '" + pattern + "'; there are "
                            + String.join(", ", JmhBenchmarks.matching(".*")));
        }
        if (list) {
            matching.forEach(out::println);
            out.flush();
            return ExitCodes.DONE;
        }
        out.flush();
        JmhChild child = JmhChild.create(results);
        int exit = child.run(pattern, new TransportCatalog().all().schemes(), handedOn);
        out.println("results " + Home.shown(child.json()));
        out.flush();
        return exit == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
