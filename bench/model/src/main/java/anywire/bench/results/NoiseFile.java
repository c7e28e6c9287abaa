package anywire.bench.results;

import anywire.bench.model.Noise;
import java.nio.file.Path;
import java.util.Optional;

/** {@code results/noise.json}: what disturbances do to ratios on this machine, and the bounds of trust that follow. */
public final class NoiseFile {
    private static final ReportFile<Noise> FILE =
            new ReportFile<>("noise.json", "noise table", Noise.class, Noise.SCHEMA);

    private NoiseFile() {}

    /** @return where it is; whole or not at all */
    public static Path write(Path results, Noise noise) {
        return FILE.write(results, noise);
    }

    /** @throws ResultsException with one line, if there is one that can't be read */
    public static Optional<Noise> read(Path results) {
        return FILE.read(results);
    }
}
