package anywire.bench.engine.plan;

import anywire.bench.model.Action;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import anywire.transport.Operation.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Three rows that can do anything, two scenarios and a floor. */
final class ThreeRows {
    static final Abilities ALL = new Abilities(EnumSet.allOf(Kind.class), true);
    static final Map<String, Abilities> THREE = Map.of("a", ALL, "b", ALL, "c", ALL);

    private ThreeRows() {}

    static Suite suite(int generations, int rounds) {
        return new Suite(
                "mine",
                "",
                Stream.of("a", "b", "c").map(Row::parse).toList(),
                "a",
                "b",
                Layout.CROSS,
                Duration.ofMinutes(10),
                generations,
                rounds,
                Duration.ofMillis(600),
                0.05,
                Duration.ofSeconds(7),
                Duration.ofSeconds(2),
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of("socket"),
                List.of(
                        new Scenario("one", Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, 1_000, 0), true),
                        new Scenario("two", Action.POST_UNTIL_HEARD, "binary", new Load(Loop.POISSON, 50, 0), true)),
                List.of(),
                "");
    }
}
