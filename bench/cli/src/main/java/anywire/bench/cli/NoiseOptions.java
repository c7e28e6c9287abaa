package anywire.bench.cli;

import anywire.bench.analysis.Bounds;
import anywire.bench.engine.calibrate.NoiseExperiment;
import anywire.bench.engine.suite.Nearest;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of the noise experiment is to be done. */
final class NoiseOptions {
    private static final String ADVERSARIES = "adversaries";
    private static final int PASSES = 6;
    private static final int MAX_PASSES = 60;

    @Option(
            names = "--noise",
            required = true,
            description = "Measure instead what disturbances do to a ratio here, and so from which dose on each counts"
                    + " against a verdict. Later runs on this machine are judged by it.")
    @SuppressWarnings("UnusedVariable") // that it is given is what says so
    private boolean noise;

    @Option(
            names = "--kind",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these: stalls, neighbour, lump, late, cold, adversaries. What was measured of others before"
                            + " is kept.")
    private @Nullable List<String> kinds;

    @Option(
            names = "--doses",
            paramLabel = "N",
            description =
                    "Of each kind the N strongest doses only; fewer than three change no bound. Default: all five.")
    private @Nullable Integer doses;

    @Option(names = "--passes", paramLabel = "N", description = "How often each dose has its turn. Default: 6.")
    private int passes = PASSES;

    /**
     * @param known spreads between generations
     * @throws IllegalArgumentException in one line
     */
    NoiseExperiment.Choice choice(List<Spread> known) {
        int most = Arrays.stream(NoiseKind.values())
                .mapToInt(kind -> kind.doses().size())
                .max()
                .orElse(0);
        int some = Optional.ofNullable(doses).orElse(most);
        if (some < 1 || some > most) {
            throw new IllegalArgumentException("--doses is 1 to " + most + ", not " + some);
        }
        if (passes < 2 || passes > MAX_PASSES) {
            throw new IllegalArgumentException("--passes is 2 to " + MAX_PASSES + ", not " + passes);
        }
        List<String> asked = kinds == null ? words() : kinds;
        List<NoiseKind> chosen = new ArrayList<>();
        for (String word : asked) {
            Optional<NoiseKind> kind = Arrays.stream(NoiseKind.values())
                    .filter(k -> k.word().equals(word))
                    .findFirst();
            if (kind.isEmpty() && !word.equals(ADVERSARIES)) {
                throw new IllegalArgumentException("--kind knows no '" + word + "'; " + Nearest.hint(word, words()));
            }
            kind.ifPresent(chosen::add);
        }
        return new NoiseExperiment.Choice(
                chosen.stream().distinct().toList(),
                some,
                passes,
                asked.contains(ADVERSARIES),
                known,
                Bounds.reference());
    }

    private static List<String> words() {
        return Stream.concat(Arrays.stream(NoiseKind.values()).map(NoiseKind::word), Stream.of(ADVERSARIES))
                .collect(Collectors.toList());
    }
}
