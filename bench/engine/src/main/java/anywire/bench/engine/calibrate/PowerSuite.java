package anywire.bench.engine.calibrate;

import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A transport against itself, and against itself with known differences planted: conditions as in the suite
 * {@code quick}, fixed, so that generations of several runs make one sample.
 */
public final class PowerSuite {
    /** Of the runs that the table speaks of: {@code quick}'s. */
    public static final int GENERATIONS_PER_RUN = 2;

    public static final int ROUNDS_PER_GENERATION = 6;

    public static final double MARGIN = 0.05;
    public static final String SCENARIO_WORDS = "authenticate over tcp, 500/s, windows of 500 ms";

    private static final String REFERENCE = "tcp";
    private static final int PILOT_GENERATIONS = 1;
    private static final int ROUNDS = 12;
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final Duration WARM_UP = Duration.ofSeconds(14);
    private static final Map<String, Double> PLANTED = planted();

    private PowerSuite() {}

    private static Map<String, Double> planted() {
        Map<String, Double> planted = new LinkedHashMap<>();
        planted.put("tcp-again", 0.0);
        planted.put("tcp+5pc", 0.05);
        planted.put("tcp+10pc", 0.1);
        planted.put("tcp+15pc", 0.15);
        return planted;
    }

    /** Rows by name, and how much slower each is than the reference. */
    public static Map<String, Double> plantedByRow() {
        return PLANTED;
    }

    /** Tells how long a call takes here, so that differences can be planted in its proportion. */
    public static Suite pilot() {
        return suite("power-pilot", List.of(Row.parse(REFERENCE), Row.parse("tcp-again=tcp")), PILOT_GENERATIONS);
    }

    /** @param p50Micros of the reference, from the pilot */
    public static Suite planted(double p50Micros, int generations) {
        Row reference = Row.parse(REFERENCE);
        List<Row> others = PLANTED.entrySet().stream()
                .map(p -> reference.planted(p.getKey(), (int) Math.round(p.getValue() * p50Micros)))
                .toList();
        List<Row> rows = new ArrayList<>(List.of(reference));
        rows.addAll(others);
        return suite("power", rows, generations);
    }

    private static Suite suite(String name, List<Row> rows, int generations) {
        Scenario authenticate = Asked.poisson("authenticate", Asked.AUTHENTICATE, 500);
        return new Suite(
                name,
                "How small a difference does a run find here?",
                rows,
                REFERENCE,
                REFERENCE,
                Layout.CROSS,
                Duration.ofMinutes(20),
                generations,
                ROUNDS,
                WINDOW,
                MARGIN,
                WARM_UP,
                Asked.DEADLINE,
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of("socket"),
                List.of(authenticate),
                List.of(),
                "");
    }
}
