package anywire.bench.results;

import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Run;
import anywire.transport.Durations;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
                    .addDeserializer(Duration.class, new TextAsDuration())
                    .addSerializer(Action.class, new ActionAsWord())
                    .addDeserializer(Action.class, new WordAsAction()))
            .addMixIn(Run.class, WithoutAnalysis.class)
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
        byte[] bytes = bytes(file);
        int schema = schema(file, bytes)
                .orElseThrow(() -> new ResultsException(
                        ResultsException.Kind.NO_RESULT,
                        file + " is not the result of a run: it has no schema number"));
        if (schema != Run.SCHEMA) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    "%s has schema %d; this version of anywire reads schema %d: read it with the version that wrote it"
                            .formatted(file, schema, Run.SCHEMA));
        }
        try {
            return MAPPER.readValue(bytes, Run.class);
        } catch (JacksonException e) {
            checkSyntax(file, bytes);
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    file + " does not fit its schema: " + e.getOriginalMessage() + at(e),
                    e);
        }
    }

    /** It stands at the beginning; what comes after it is not looked at. */
    private static OptionalInt schema(Path file, byte[] bytes) {
        try (JsonParser in = MAPPER.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return OptionalInt.empty();
            }
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && in.currentName().equals("schema")
                        && in.streamReadContext().getNestingDepth() == 1
                        && in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                    return OptionalInt.of(in.getIntValue());
                }
            }
            return OptionalInt.empty();
        } catch (JacksonException e) {
            throw broken(file, e);
        }
    }

    /** What is broken anywhere is told as such, whatever else is wrong with it. */
    private static void checkSyntax(Path file, byte[] bytes) {
        try (JsonParser in = MAPPER.createParser(bytes)) {
            JsonToken token = in.nextToken();
            while (token != null) {
                token = in.nextToken();
            }
        } catch (JacksonException e) {
            throw broken(file, e);
        }
    }

    /** @throws ResultsException with one line that names the file and the place */
    static JsonNode parse(Path file) {
        try {
            return MAPPER.readTree(bytes(file));
        } catch (JacksonException e) {
            throw broken(file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw ResultsException.unreadable(file, e);
        }
    }

    private static ResultsException broken(Path file, JacksonException e) {
        return new ResultsException(
                ResultsException.Kind.UNREADABLE,
                "%s is broken or truncated, line %d: %s"
                        .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                e);
    }

    /** What followed from it is worked out afresh. */
    @JsonIgnoreProperties(ANALYSIS)
    private interface WithoutAnalysis {}

    /** {@code " (at generations[3].windows[0].seconds)"} */
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

    private static final class ActionAsWord extends StdSerializer<Action> {
        ActionAsWord() {
            super(Action.class);
        }

        @Override
        public void serialize(Action value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.word());
        }
    }

    private static final class WordAsAction extends StdDeserializer<Action> {
        WordAsAction() {
            super(Action.class);
        }

        @Override
        public Action deserialize(JsonParser in, DeserializationContext context) {
            String word = in.getString();
            Optional<Action> action = Action.of(word);
            return action.isPresent()
                    ? action.get()
                    : (Action) context.handleWeirdStringValue(Action.class, word, "no action of this version");
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
