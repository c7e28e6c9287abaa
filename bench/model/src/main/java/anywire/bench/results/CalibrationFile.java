package anywire.bench.results;

import anywire.bench.model.CalibrationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code results/calibration.json}: the newest calibration, which later runs cite. */
public final class CalibrationFile {
    private static final ReportFile<CalibrationReport> FILE =
            new ReportFile<>("calibration.json", "calibration", CalibrationReport.class, CalibrationReport.SCHEMA);
    private static final String LOGS = "calibration-logs";

    private CalibrationFile() {}

    /** @return where it is; whole or not at all */
    public static Path write(Path results, CalibrationReport report) {
        return FILE.write(results, report);
    }

    /** @throws ResultsException with one line, if there is one that can't be read */
    public static Optional<CalibrationReport> read(Path results) {
        return FILE.read(results);
    }

    /** The folder for the processes' logs, made if it isn't there. */
    public static Path logs(Path results) {
        Path logs = results.resolve(LOGS);
        try {
            return Files.createDirectories(logs);
        } catch (IOException e) {
            throw ResultsException.unwritable(logs, e);
        }
    }
}
