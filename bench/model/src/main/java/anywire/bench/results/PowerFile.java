package anywire.bench.results;

import anywire.bench.model.Power;
import java.nio.file.Path;
import java.util.Optional;

/** {@code results/power.json}: what size of difference runs on this machine find. */
public final class PowerFile {
    private static final ReportFile<Power> FILE =
            new ReportFile<>("power.json", "power table", Power.class, Power.SCHEMA);

    private PowerFile() {}

    /** @return where it is; whole or not at all */
    public static Path write(Path results, Power power) {
        return FILE.write(results, power);
    }

    /** @throws ResultsException with one line, if there is one that can't be read */
    public static Optional<Power> read(Path results) {
        return FILE.read(results);
    }
}
