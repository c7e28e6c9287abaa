package anywire.bench.engine.calibrate;

import anywire.bench.model.Action;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import java.time.Duration;
import java.util.List;

/** What cases ask of a rig, in the words of a suite; what is not theirs to choose is as in {@code quick}. */
final class Asked {
    static final String IN_PROCESS = "inproc";
    static final String TCP = "tcp";
    static final Action AUTHENTICATE = Action.AUTHENTICATE;
    static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(20);
    private static final double MARGIN = 0.05;
    private static final long SEED = 141;
    private static final GraphChoice GRAPH = new GraphChoice("", 200, List.of(10), 4);

    private Asked() {}

    /** @param scenarios the first one's action is what is warmed most */
    static Suite suite(String transport, Duration window, List<Scenario> scenarios) {
        return new Suite(
                "calibrate",
                "",
                List.of(Row.parse(transport)),
                transport,
                transport,
                Layout.CROSS,
                Duration.ofMinutes(1),
                1,
                2,
                window,
                MARGIN,
                WARM_UP_LIMIT,
                DEADLINE,
                SEED,
                GRAPH,
                List.of(),
                scenarios,
                List.of(),
                "");
    }

    static Scenario poisson(String name, Action action, double ratePerSecond) {
        return new Scenario(name, action, "binary", new Load(Loop.POISSON, ratePerSecond, 0), false);
    }

    static Scenario constant(String name, Action action, double ratePerSecond) {
        return new Scenario(name, action, "binary", new Load(Loop.CONSTANT, ratePerSecond, 0), false);
    }
}
