package anywire.bench.engine.suite;

import anywire.bench.model.Action;
import anywire.bench.model.Row;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import anywire.bench.model.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A suite from its YAML, defaults filled in. */
final class SuiteReader {
    static final int MAX_GENERATIONS = 100;
    static final int MAX_ROUNDS = 60;
    static final int MAX_USERS = 1_000_000;
    static final Duration MIN_WINDOW = Duration.ofMillis(50);
    static final List<String> FLOORS = List.of("socket", "bare-http", "socket-http");

    private static final List<String> KNOWN = List.of(
            "question",
            "transports",
            "wirings",
            "reference",
            "baseline",
            "layout",
            "budget",
            "generations",
            "rounds",
            "window",
            "margin",
            "warmUp",
            "deadline",
            "seed",
            "graph",
            "floors",
            "scenarios",
            "trials",
            "capacity");
    private static final List<String> GRAPH = List.of("file", "users", "followers", "authors");
    private static final List<String> LAYOUTS =
            Arrays.stream(Layout.values()).map(SuiteReader::word).toList();

    private static final List<String> TRIALS =
            Arrays.stream(Trials.Kind.values()).map(Trials.Kind::word).toList();

    private final String file;
    private final Keys keys;

    private SuiteReader(String file, String yaml) {
        this.file = file;
        this.keys = new Keys(file, YamlNodes.parse(file, yaml), KNOWN);
    }

    /** @param file as errors name it */
    static Suite read(String name, String file, String yaml) {
        return new SuiteReader(file, yaml).suite(name);
    }

    private Suite suite(String name) {
        List<Row> rows = rows();
        List<String> transports = rows.stream().map(Row::name).toList();
        return new Suite(
                name,
                keys.text("question").orElse(""),
                rows,
                among(transports, "reference", "http"),
                keys.text("baseline").orElse("inproc"),
                Layout.valueOf(keys.word("layout", LAYOUTS).orElse("cross").toUpperCase(Locale.ROOT)),
                keys.time("budget", Duration.ofSeconds(1)).orElse(Duration.ofMinutes(20)),
                keys.whole("generations", 1, MAX_GENERATIONS).orElse(0),
                keys.whole("rounds", 1, MAX_ROUNDS).orElse(0),
                keys.time("window", MIN_WINDOW).orElse(Duration.ofMillis(600)),
                keys.share("margin").orElse(0.05),
                keys.time("warmUp", Duration.ofMillis(100)).orElse(Duration.ofSeconds(14)),
                keys.time("deadline", Duration.ofMillis(1)).orElse(Duration.ofSeconds(2)),
                keys.wholeLong("seed").orElse(141L),
                graph(),
                floors(),
                new ScenarioReader(file)
                        .scenarios(keys.items("scenarios").orElseThrow(() -> keys.missing("scenarios"))),
                trials(),
                keys.word("capacity", Action.words()).orElse(""));
    }

    private List<Row> rows() {
        List<String> transports = keys.names("transports").orElse(List.of());
        List<String> wirings = keys.names("wirings").orElse(List.of());
        if (transports.isEmpty() && wirings.isEmpty()) {
            throw keys.missing("transports");
        }
        try {
            return Rows.of(transports, wirings);
        } catch (IllegalArgumentException e) {
            throw keys.error(transports.isEmpty() ? "wirings" : "transports", String.valueOf(e.getMessage()));
        }
    }

    private String among(List<String> transports, String key, String otherwise) {
        String chosen = keys.text(key).orElse(otherwise);
        if (!transports.contains(chosen)) {
            throw keys.error(
                    keys.has(key) ? key : "transports",
                    "the " + key + " '" + chosen + "' is not among the transports " + String.join(", ", transports));
        }
        return chosen;
    }

    private List<String> floors() {
        List<String> floors = keys.names("floors").orElse(List.of());
        for (String floor : floors) {
            if (!FLOORS.contains(floor)) {
                throw keys.error("floors", "unknown floor '" + floor + "'; " + Nearest.hint(floor, FLOORS));
            }
        }
        return floors;
    }

    private List<Trials.Kind> trials() {
        List<Trials.Kind> kinds = new ArrayList<>();
        for (String word : keys.names("trials").orElse(List.of())) {
            kinds.add(Arrays.stream(Trials.Kind.values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> keys.error("trials", "unknown trial '" + word + "'; " + Nearest.hint(word, TRIALS))));
        }
        return List.copyOf(kinds);
    }

    private GraphChoice graph() {
        return keys.keys("graph", GRAPH).map(SuiteReader::graph).orElse(new GraphChoice("", 200, List.of(10), 4));
    }

    private static GraphChoice graph(Keys keys) {
        int authors = keys.whole("authors", 1, MAX_USERS).orElse(4);
        if (keys.has("file")) {
            for (String generated : List.of("users", "followers")) {
                if (keys.has(generated)) {
                    throw keys.error(generated, "'" + generated + "' is for a generated graph; here is a file");
                }
            }
            return new GraphChoice(keys.requiredText("file"), 0, List.of(), authors);
        }
        int users = keys.whole("users", 2, MAX_USERS).orElse(200);
        List<Integer> followers = keys.wholes("followers", 1, MAX_USERS).orElse(List.of(Math.min(10, users - 1)));
        int most = Collections.max(followers);
        if (most >= users) {
            throw keys.error(
                    "followers",
                    "an author among " + users + " users has at most " + (users - 1) + " followers, not " + most);
        }
        if (authors > users) {
            throw keys.error("authors", "there are " + users + " users, so not " + authors + " authors");
        }
        return new GraphChoice("", users, followers, authors);
    }

    static String word(Layout layout) {
        return layout.name().toLowerCase(Locale.ROOT);
    }
}
