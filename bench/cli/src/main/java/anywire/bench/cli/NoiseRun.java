package anywire.bench.cli;

import anywire.bench.analysis.Adversaries;
import anywire.bench.analysis.Bounds;
import anywire.bench.analysis.NoiseBounds;
import anywire.bench.analysis.NoiseTable;
import anywire.bench.analysis.NoiseTrust;
import anywire.bench.engine.calibrate.NoiseExperiment;
import anywire.bench.engine.calibrate.NoiseExperiment.Choice;
import anywire.bench.engine.calibrate.NoiseRows;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.Noise;
import anywire.bench.model.Noise.Adversary;
import anywire.bench.model.Noise.Bound;
import anywire.bench.model.Noise.Measured;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.Spread;
import anywire.bench.report.NoiseText;
import anywire.bench.results.CalibrationFile;
import anywire.bench.results.NoiseFile;
import anywire.bench.results.ResultsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Measures what disturbances do, puts it in the place of what was known of the same kinds on the same machine, and works out
 * which bounds follow.
 */
final class NoiseRun {
    private final Path results;
    private final PrintWriter out;

    NoiseRun(Path results, PrintWriter out) {
        this.results = results;
        this.out = out;
    }

    /**
     * @param cutShort why it ended early; empty if it did not
     * @param held whether no adversary misled the analysis
     */
    record Outcome(String cutShort, boolean held) {}

    /** Takes the choice's time; interrupting the calling thread ends it early, with what was measured until then. */
    Outcome measure(Choice choice) {
        out.println("calibrate --noise: about " + Times.about(choice.estimate()) + " (Ctrl-C keeps what was measured)");
        out.flush();
        NoiseExperiment.Outcome measured;
        Optional<Noise> before;
        try (ShownProgress progress = ShownProgress.of("noise", choice.estimate(), 1)) {
            before = before(progress);
            measured = new NoiseExperiment(choice, CalibrationFile.logs(results), progress).measure();
        }
        Machine machine = Machine.of(measured.environment());
        double between = choice.known().stream()
                .filter(spread -> spread.network().equals(Spread.LOOPBACK))
                .mapToDouble(Spread::betweenSdLog)
                .findFirst()
                .orElse(0);
        List<Measured> kinds = NoiseTable.of(measured.rounds(), Instant.now(), measured.realTime(), between);
        List<Adversary> adversaries = measured.misleading().stream()
                .map(m -> Adversaries.judged(m.name(), m.run(), m.histograms(), m.row(), m.unequal(), m.figures()))
                .toList();
        if (kinds.isEmpty() && adversaries.isEmpty()) {
            return new Outcome(why(measured), true);
        }
        Noise noise = noise(
                machine, kinds, adversaries, before.filter(b -> b.machine().equals(machine)));
        Path file = NoiseFile.write(results, noise);
        NoiseText.lines(noise).forEach(out::println);
        out.println("data    " + Home.shown(file));
        out.flush();
        return new Outcome(measured.cutShort(), adversaries.stream().allMatch(Adversary::held));
    }

    private static String why(NoiseExperiment.Outcome measured) {
        return measured.cutShort().isEmpty() ? "nothing was measured" : measured.cutShort();
    }

    private static Noise noise(
            Machine machine, List<Measured> now, List<Adversary> adversaries, Optional<Noise> before) {
        List<Measured> kinds = Arrays.stream(NoiseKind.values())
                .flatMap(kind ->
                        newest(
                                now,
                                before.map(Noise::kinds).orElse(List.of()),
                                m -> m.kind().word(),
                                kind.word())
                                .stream())
                .toList();
        List<Adversary> all = new ArrayList<>(adversaries);
        before.map(Noise::adversaries).orElse(List.of()).stream()
                .filter(b -> adversaries.stream().noneMatch(a -> a.name().equals(b.name())))
                .forEach(all::add);
        List<Bound> bounds = kinds.stream()
                .flatMap(kind -> NoiseBounds.of(kind, NoiseRows.MARGIN).stream())
                .toList();
        return new Noise(
                Noise.SCHEMA,
                Instant.now(),
                machine,
                NoiseRows.SCENARIO_WORDS,
                kinds,
                bounds,
                all,
                NoiseTrust.of(kinds, bounds, Bounds.reference()));
    }

    private static <T> Optional<T> newest(List<T> now, List<T> before, Function<T, String> name, String wanted) {
        return Stream.concat(now.stream(), before.stream())
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst();
    }

    /** One that can't be read is as good as none. */
    private Optional<Noise> before(ShownProgress progress) {
        try {
            return NoiseFile.read(results);
        } catch (ResultsException e) {
            progress.warn(e.getMessage() + "; it will be written anew");
            return Optional.empty();
        }
    }
}
