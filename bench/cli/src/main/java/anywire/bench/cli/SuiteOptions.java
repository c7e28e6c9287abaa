package anywire.bench.cli;

import anywire.bench.engine.suite.Overrides;
import anywire.bench.model.Suite.Layout;
import anywire.transport.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code run} may change in a suite. */
final class SuiteOptions {
    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = Time.class,
            description = "For the whole run: as many generations and rounds as fit.")
    private @Nullable Duration budget;

    @Option(names = "--generations", paramLabel = "N", description = "How often all is started afresh.")
    private @Nullable Integer generations;

    @Option(names = "--rounds", paramLabel = "N", description = "Windows of each cell in a generation.")
    private @Nullable Integer rounds;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            converter = Time.class,
            description = "How long one window is: 600ms.")
    private @Nullable Duration window;

    @Option(names = "--seed", paramLabel = "N", description = "Of orders, arrivals and the graph.")
    private @Nullable Long seed;

    @Option(names = "--layout", paramLabel = "LAYOUT", description = "${COMPLETION-CANDIDATES}, in either case.")
    private @Nullable Layout layout;

    @Option(names = "--graph", paramLabel = "FILE", description = "An edge list in place of the suite's graph.")
    private @Nullable Path graph;

    @Option(
            names = "--transports",
            split = ",",
            paramLabel = "A",
            description = "Compare these: a scheme, or NAME=SCHEME?OPTIONS for a row of its own.")
    private List<String> transports = List.of();

    @Option(
            names = "--wirings",
            split = ",",
            paramLabel = "W",
            description = "Compare these: a wiring's name (as in steps), or NAME=REST+SERVICE:TRANSPORT of your own.")
    private List<String> wirings = List.of();

    @Option(names = "--reference", paramLabel = "A", description = "The transport that ratios are to.")
    private @Nullable String reference;

    @Option(
            names = "--scenario",
            split = ",",
            paramLabel = "NAME",
            description = "Only these of the suite's scenarios.")
    private List<String> scenarios = List.of();

    Overrides overrides() {
        return new Overrides(
                Optional.ofNullable(budget),
                Optional.ofNullable(generations),
                Optional.ofNullable(rounds),
                Optional.ofNullable(window),
                Optional.ofNullable(seed),
                transports,
                wirings,
                Optional.ofNullable(reference),
                Optional.ofNullable(graph),
                Optional.ofNullable(layout),
                scenarios);
    }

    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
