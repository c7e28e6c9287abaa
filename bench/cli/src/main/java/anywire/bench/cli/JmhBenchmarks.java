package anywire.bench.cli;

import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that are built in. */
final class JmhBenchmarks {
    private static final String PACKAGE = "anywire.bench.engine.jmh.";

    private JmhBenchmarks() {}

    /**
     * By name, without the package.
     *
     * @throws IllegalArgumentException for what is no regular expression
     */
    static List<String> matching(String pattern) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
        try {
            return BenchmarkList.defaultList().find(silent, List.of(pattern), List.of()).stream()
                    .map(BenchmarkListEntry::getUsername)
                    .map(name -> name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name)
                    .distinct()
                    .toList();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + pattern + "' is no regular expression: " + e.getDescription(), e);
        }
    }
}
