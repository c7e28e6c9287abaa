package anywire.bench.results;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One record as JSON in the results' folder, which later runs cite.
 *
 * @param what it is, for messages: {@code calibration}
 * @param schema that this version writes, and the only one that it reads
 */
record ReportFile<R extends Record>(String name, String what, Class<R> type, int schema) {

    /** @return where it is; whole or not at all */
    Path write(Path results, R report) {
        Path file = results.resolve(name);
        WholeFile.write(file, (RunJson.MAPPER.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** @throws ResultsException with one line, if there is one that can't be read */
    Optional<R> read(Path results) {
        Path file = results.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = RunJson.parse(file);
        if (json.path("schema").asInt(0) != schema) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE, file + " was written by another version of anywire");
        }
        try {
            return Optional.of(RunJson.MAPPER.treeToValue(json, type));
        } catch (JacksonException e) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    file + " is no " + what + ": " + e.getOriginalMessage() + RunJson.at(e),
                    e);
        }
    }
}
