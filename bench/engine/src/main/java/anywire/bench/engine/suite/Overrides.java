package anywire.bench.engine.suite;

import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import anywire.transport.Durations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a command line changes in a suite. What is empty stays as it is.
 *
 * @param scenarios those to keep, by name, in this order
 */
public record Overrides(
        Optional<Duration> budget,
        Optional<Integer> generations,
        Optional<Integer> rounds,
        Optional<Duration> window,
        Optional<Long> seed,
        List<String> transports,
        List<String> wirings,
        Optional<String> reference,
        Optional<Path> graph,
        Optional<Layout> layout,
        List<String> scenarios) {
    public static final Overrides NONE = new Overrides(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    /** Whether what is compared is the command line's choice, and not the suite's. */
    public boolean choosesRows() {
        return !transports.isEmpty() || !wirings.isEmpty();
    }

    /** @throws InvalidSuiteException in one line, for what doesn't fit the suite */
    public Suite applyTo(Suite suite) {
        List<Row> rows = choosesRows() ? rows() : suite.rows();
        List<String> chosen = rows.stream().map(Row::name).toList();
        return new Suite(
                suite.name(),
                suite.question(),
                rows,
                reference(suite, chosen),
                suite.baseline(),
                layout.orElse(suite.layout()),
                budget.orElse(suite.budget()),
                generations(suite),
                rounds(suite),
                window(suite),
                suite.margin(),
                suite.warmUp(),
                suite.deadline(),
                seed.orElse(suite.seed()),
                graph.map(file -> graph(suite.graph(), file)).orElse(suite.graph()),
                suite.floors(),
                scenarios.isEmpty()
                        ? suite.scenarios()
                        : scenarios.stream()
                                .distinct()
                                .map(name -> scenario(suite, name))
                                .toList(),
                suite.trials(),
                suite.capacity());
    }

    private List<Row> rows() {
        try {
            return Rows.of(
                    transports.stream().distinct().toList(),
                    wirings.stream().distinct().toList());
        } catch (IllegalArgumentException e) {
            throw new InvalidSuiteException((transports.isEmpty() ? "--wirings: " : "--transports: ") + e.getMessage());
        }
    }

    /** A reference that isn't measured gives way to the first that is, unless it was asked for. */
    private String reference(Suite suite, List<String> chosen) {
        if (reference.isEmpty()) {
            return chosen.contains(suite.reference()) ? suite.reference() : chosen.get(0);
        }
        String asked = reference.get();
        if (!chosen.contains(asked)) {
            throw new InvalidSuiteException(
                    "--reference " + asked + " is not among the transports " + String.join(", ", chosen));
        }
        return asked;
    }

    /** A budget given by hand is for as many as fit. */
    private int generations(Suite suite) {
        return count(
                "--generations",
                generations,
                budget.isPresent() ? 0 : suite.generations(),
                SuiteReader.MAX_GENERATIONS);
    }

    private int rounds(Suite suite) {
        return count("--rounds", rounds, budget.isPresent() ? 0 : suite.rounds(), SuiteReader.MAX_ROUNDS);
    }

    private static int count(String option, Optional<Integer> given, int otherwise, int most) {
        if (given.filter(n -> n < 1 || n > most).isPresent()) {
            throw new InvalidSuiteException(option + " is 1 to " + most + ", not " + given.get());
        }
        return given.orElse(otherwise);
    }

    private Duration window(Suite suite) {
        Duration length = window.orElse(suite.window());
        if (length.compareTo(SuiteReader.MIN_WINDOW) < 0) {
            throw new InvalidSuiteException("--window is at least " + Durations.print(SuiteReader.MIN_WINDOW) + ", not "
                    + Durations.print(length));
        }
        return length;
    }

    private static GraphChoice graph(GraphChoice before, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidSuiteException("--graph " + file + ": there is no such file");
        }
        return new GraphChoice(file.toString(), 0, List.of(), before.authors());
    }

    private static Scenario scenario(Suite suite, String name) {
        List<String> names = suite.scenarios().stream().map(Scenario::name).toList();
        if (!names.contains(name)) {
            throw new InvalidSuiteException(
                    "unknown scenario '" + name + "' in " + suite.name() + "; " + Nearest.hint(name, names));
        }
        return suite.scenario(name);
    }
}
