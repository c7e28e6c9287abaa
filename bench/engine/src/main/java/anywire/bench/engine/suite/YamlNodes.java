package anywire.bench.engine.suite;

import anywire.bench.engine.suite.Node.Items;
import anywire.bench.engine.suite.Node.Pair;
import anywire.bench.engine.suite.Node.Pairs;
import anywire.bench.engine.suite.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML into nodes that remember their lines. Anchors and documents beyond the first are refused. */
final class YamlNodes {
    private final String file;
    private final JsonParser parser;

    private YamlNodes(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** @throws InvalidSuiteException if it isn't one YAML document of keys */
    static Pairs parse(String file, String yaml) {
        try (JsonParser parser = YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), yaml)) {
            YamlNodes reading = new YamlNodes(file, parser);
            if (parser.nextToken() == null) {
                throw new InvalidSuiteException(file + ":1: it is empty");
            }
            Node root = reading.node();
            if (!(root instanceof Pairs pairs)) {
                throw reading.at(root.line(), "a suite is a set of keys, not " + root.described());
            }
            if (parser.nextToken() != null) {
                throw reading.at(reading.line(), "one file holds one suite");
            }
            return pairs;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidSuiteException(
                    file + ":" + Math.max(1, line) + ": not YAML: " + sentence(e.getOriginalMessage()));
        }
    }

    private Node node() {
        int line = line();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> pairs(line);
            case START_ARRAY -> items(line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(line, Scalar.Type.NUMBER, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(line, Scalar.Type.BOOLEAN, parser.getString());
            case VALUE_NULL -> new Scalar(line, Scalar.Type.EMPTY, "");
            case VALUE_STRING -> new Scalar(line, Scalar.Type.TEXT, parser.getString());
            default -> throw at(line, "anchors and the like are not for suites");
        };
    }

    private Pairs pairs(int line) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            if (pairs.put(key, new Pair(key, keyLine, node())) != null) {
                throw at(keyLine, "'" + key + "' stands here a second time");
            }
        }
        return new Pairs(line, List.copyOf(pairs.values()));
    }

    private Items items(int line) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Items(line, List.copyOf(items));
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private InvalidSuiteException at(int line, String text) {
        return new InvalidSuiteException(file + ":" + line + ": " + text);
    }

    /** Without the excerpts, which are indented. */
    private static String sentence(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
