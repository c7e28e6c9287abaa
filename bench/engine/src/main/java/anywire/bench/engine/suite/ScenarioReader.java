package anywire.bench.engine.suite;

import anywire.bench.engine.suite.Node.Pairs;
import anywire.bench.model.Action;
import anywire.bench.model.Network;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One entry of {@code scenarios}. */
final class ScenarioReader {
    static final double MAX_RATE_PER_SECOND = 1_000_000;
    static final int MAX_IN_FLIGHT = 65_536;

    private static final List<String> KNOWN =
            List.of("name", "action", "codec", "loop", "ratePerSecond", "inFlight", "followers", "network", "primary");
    private static final List<String> CODECS = List.of("binary", "json");
    private static final List<String> NETWORKS =
            Arrays.stream(Network.values()).map(Network::word).toList();
    private static final List<String> LOOPS = Arrays.stream(Loop.values())
            .map(loop -> loop.name().toLowerCase(Locale.ROOT))
            .toList();

    private final String file;

    ScenarioReader(String file) {
        this.file = file;
    }

    List<Scenario> scenarios(List<Node> nodes) {
        Map<String, Scenario> byName = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (!(node instanceof Pairs pairs)) {
                throw new InvalidSuiteException(
                        file + ":" + node.line() + ": a scenario is a set of keys, not " + node.described());
            }
            Keys keys = new Keys(file, pairs, KNOWN);
            Scenario scenario = scenario(keys);
            if (byName.put(scenario.name(), scenario) != null) {
                throw keys.error("name", "two scenarios are named '" + scenario.name() + "'");
            }
        }
        return List.copyOf(byName.values());
    }

    private static Scenario scenario(Keys keys) {
        Action action =
                keys.word("action", Action.words()).flatMap(Action::of).orElseThrow(() -> keys.missing("action"));
        return new Scenario(
                keys.text("name").orElse(action.word()),
                action,
                keys.word("codec", CODECS).orElse("binary"),
                load(keys),
                keys.whole("followers", 1, SuiteReader.MAX_USERS).orElse(0),
                keys.word("network", NETWORKS).flatMap(Network::named).orElse(Network.LOOPBACK),
                keys.bool("primary").orElse(false));
    }

    private static Load load(Keys keys) {
        Loop loop = Loop.valueOf(
                keys.word("loop", LOOPS).orElseThrow(() -> keys.missing("loop")).toUpperCase(Locale.ROOT));
        if (loop.open()) {
            if (keys.has("inFlight")) {
                throw keys.error("inFlight", "'inFlight' belongs to a closed loop; an open one has 'ratePerSecond'");
            }
            double rate = keys.positive("ratePerSecond", MAX_RATE_PER_SECOND)
                    .orElseThrow(() -> keys.missing("ratePerSecond"));
            return new Load(loop, rate, 0);
        }
        if (keys.has("ratePerSecond")) {
            throw keys.error("ratePerSecond", "'ratePerSecond' belongs to an open loop; a closed one has 'inFlight'");
        }
        if (loop == Loop.BLOCKING) {
            if (keys.has("inFlight")) {
                throw keys.error(
                        "inFlight", "a blocking loop is one caller that waits; 'inFlight' belongs to a closed one");
            }
            return new Load(loop, 0, 1);
        }
        return new Load(loop, 0, keys.whole("inFlight", 1, MAX_IN_FLIGHT).orElseThrow(() -> keys.missing("inFlight")));
    }
}
