package anywire.bench.results;

import anywire.bench.run.CalibrationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code results/calibration.json}: the newest calibration, which later runs cite. */
public final class CalibrationFile {
    private static final String NAME = "calibration.json";
    private static final String LOGS = "calibration-logs";

    private CalibrationFile() {}

    /** @return where it is; whole or not at all */
    public static Path write(Path results, CalibrationReport report) {
        Path file = results.resolve(NAME);
        WholeFile.write(file, (RunJson.MAPPER.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** @throws ResultsException with one line, if there is one that can't be read */
    public static Optional<CalibrationReport> read(Path results) {
        Path file = results.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = RunJson.parse(file);
        if (json.path("schema").asInt(0) != CalibrationReport.SCHEMA) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE, file + " was written by another version of anywire");
        }
        try {
            return Optional.of(RunJson.MAPPER.treeToValue(json, CalibrationReport.class));
        } catch (JacksonException e) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    file + " is no calibration: " + e.getOriginalMessage() + RunJson.at(e),
                    e);
        }
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
