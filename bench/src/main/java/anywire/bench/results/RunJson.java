package anywire.bench.results;

import anywire.bench.run.Analysis;
import anywire.bench.run.Run;
import anywire.transport.Durations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** {@code run.json}: the run's components, and {@code analysis} beside them. See {@code docs/run.schema.json}. */
final class RunJson {
    private static final String ANALYSIS = "analysis";

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, new DurationAsText())
                    .addDeserializer(Duration.class, new TextAsDuration()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    private RunJson() {}

    static byte[] write(Run run, Optional<Analysis> analysis) {
        ObjectNode json = MAPPER.valueToTree(run);
        analysis.ifPresent(a -> json.set(ANALYSIS, MAPPER.valueToTree(a)));
        return (MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ResultsException with one line that names the file and, where there is one, the line or component */
    static Run read(Path file) {
        JsonNode json = parse(file);
        JsonNode schema = json.path("schema");
        if (!json.isObject() || !schema.isInt()) {
            throw new ResultsException(
                    ResultsException.Kind.NO_RESULT, file + " is not the result of a run: it has no schema number");
        }
        if (schema.intValue() != Run.SCHEMA) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    "%s has schema %d; this version of anywire reads schema %d: read it with the version that wrote it"
                            .formatted(file, schema.intValue(), Run.SCHEMA));
        }
        ((ObjectNode) json).remove(ANALYSIS);
        try {
            return MAPPER.treeToValue(json, Run.class);
        } catch (JacksonException e) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    file + " does not fit its schema: " + e.getOriginalMessage() + at(e),
                    e);
        }
    }

    /** @throws ResultsException with one line that names the file and the place */
    static JsonNode parse(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw ResultsException.unreadable(file, e);
        } catch (JacksonException e) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    "%s is broken or truncated, line %d: %s"
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        }
    }

    /** {@code " (at blocks[3].windows[0].seconds)"} */
    static String at(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "" : " (at " + path + ")";
    }

    private static final class DurationAsText extends StdSerializer<Duration> {
        DurationAsText() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializationContext context) {
            out.writeString(Durations.print(value));
        }
    }

    private static final class TextAsDuration extends StdDeserializer<Duration> {
        TextAsDuration() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString();
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                return (Duration) context.handleWeirdStringValue(Duration.class, text, "%s", e.getMessage());
            }
        }
    }
}
