package anywire.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Run;
import anywire.bench.samples.SampleRun;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/run.schema.json} is written by hand for its descriptions; its structure must be that of the records. */
class RunSchemaTest {
    private static final Path SCHEMA = Path.of("..", "..", "docs", "run.schema.json");
    private final ObjectMapper json = new JsonMapper();
    private final Map<String, JsonNode> defs = new TreeMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    @Test
    void says_what_the_records_say() throws IOException {
        ObjectNode expected = record(Run.class);
        ObjectNode properties = (ObjectNode) expected.get("properties");
        properties.set("schema", json.createObjectNode().put("const", Run.SCHEMA));
        properties.set("analysis", schemaOf(Analysis.class));
        ObjectNode committed = (ObjectNode) json.readTree(Files.readString(SCHEMA));
        assertThat(committed.path("$schema").stringValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(described(committed.path("properties"))).isEqualTo(properties);
        assertThat(committed.path("required")).isEqualTo(expected.get("required"));
        JsonNode committedDefs = committed.path("$defs");
        assertThat(committedDefs.propertyNames()).containsExactlyInAnyOrderElementsOf(defs.keySet());
        defs.forEach((name, def) ->
                assertThat(described(committedDefs.path(name))).as(name).isEqualTo(def));
    }

    @Test
    void fits_what_is_written() throws IOException {
        SampleRun sample = SampleRun.threeTransports().callsPerWindow(20);
        Run run = sample.run();
        JsonNode schema = json.readTree(Files.readString(SCHEMA));
        JsonNode written = json.readTree(RunJson.write(run, Optional.of(Analyst.analyse(run, sample.histograms()))));
        assertFits(written, schema, schema, "run");
        assertFits(json.readTree(RunJson.write(run, Optional.empty())), schema, schema, "run");
    }

    private static void assertFits(JsonNode value, JsonNode schema, JsonNode root, String at) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").stringValue().replace("#/$defs/", "");
            assertFits(value, root.get("$defs").get(name), root, at);
            return;
        }
        if (schema.has("const")) {
            assertThat(value).as(at).isEqualTo(schema.get("const"));
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(at).contains(value);
        }
        if (schema.has("pattern")) {
            assertThat(value.stringValue()).as(at).matches(schema.get("pattern").stringValue());
        }
        switch (schema.path("type").stringValue("any")) {
            case "string" -> assertThat(value.isString()).as(at).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(at).isTrue();
            case "number" -> assertThat(value.isNumber()).as(at).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(at).isTrue();
            case "array" -> {
                assertThat(value.isArray()).as(at).isTrue();
                value.forEach(item -> assertFits(item, schema.get("items"), root, at + "[]"));
            }
            case "object" -> assertObjectFits(value, schema, root, at);
            default -> assertThat(schema.has("const")).as(at).isTrue();
        }
    }

    private static void assertObjectFits(JsonNode value, JsonNode schema, JsonNode root, String at) {
        assertThat(value.isObject()).as(at).isTrue();
        schema.path("required")
                .forEach(r ->
                        assertThat(value.has(r.stringValue())).as(at + "." + r).isTrue());
        value.propertyStream().forEach(p -> {
            JsonNode known = schema.path("properties").path(p.getKey());
            JsonNode of = known.isMissingNode() ? schema.path("additionalProperties") : known;
            assertThat(of.isObject()).as(at + "." + p.getKey()).isTrue();
            assertFits(p.getValue(), of, root, at + "." + p.getKey());
        });
    }

    /** Without the descriptions. */
    private static JsonNode described(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy, false);
        return copy;
    }

    private static void strip(JsonNode node, boolean names) {
        if (node instanceof ObjectNode object
                && !names
                && object.path("description").isString()) {
            object.remove("description");
        }
        if (node.isObject()) {
            node.propertyStream().forEach(p -> strip(p.getValue(), p.getKey().equals("properties")));
        }
    }

    private JsonNode schemaOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? json.createObjectNode().put("type", "array").set("items", schemaOf(of[0]))
                    : json.createObjectNode().put("type", "object").set("additionalProperties", schemaOf(of[1]));
        }
        Class<?> plain = (Class<?>) type;
        if ((plain.isRecord() || plain.isEnum()) && plain != Action.class) {
            String name = nameOfDef(plain);
            if (!defs.containsKey(name)) {
                defs.put(name, json.createObjectNode());
                defs.put(name, plain.isRecord() ? record(plain) : constants(plain));
            }
            return json.createObjectNode().put("$ref", "#/$defs/" + name);
        }
        if (plain == Instant.class) {
            return json.createObjectNode().put("type", "string").put("format", "date-time");
        }
        if (plain == Action.class) {
            return json.createObjectNode().put("type", "string");
        }
        if (plain == Duration.class) {
            return json.createObjectNode()
                    .put("type", "string")
                    .put("pattern", "^\\d{1,9}(\\.\\d{1,6})? ?(us|ms|s|m)$");
        }
        return json.createObjectNode().put("type", nameOf(plain));
    }

    /** Where two have the same, the second has that of its enclosing record before it. */
    private String nameOfDef(Class<?> plain) {
        String simple = plain.getSimpleName();
        Class<?> first = named.computeIfAbsent(simple, name -> plain);
        return first == plain ? simple : plain.getDeclaringClass().getSimpleName() + simple;
    }

    private static String nameOf(Class<?> plain) {
        return switch (plain.getSimpleName()) {
            case "String" -> "string";
            case "int", "long", "Integer" -> "integer";
            case "double" -> "number";
            case "boolean" -> "boolean";
            default -> throw new IllegalArgumentException("no JSON type for " + plain);
        };
    }

    private ObjectNode record(Class<?> record) {
        ObjectNode schema = json.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), schemaOf(component.getGenericType()));
        }
        properties.propertyNames().forEach(schema.putArray("required")::add);
        return schema.put("additionalProperties", false);
    }

    private JsonNode constants(Class<?> constants) {
        ObjectNode schema = json.createObjectNode().put("type", "string");
        Stream.of(constants.getEnumConstants()).map(String::valueOf).forEach(schema.putArray("enum")::add);
        return schema;
    }
}
