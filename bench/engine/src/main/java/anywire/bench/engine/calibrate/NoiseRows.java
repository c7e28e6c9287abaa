package anywire.bench.engine.calibrate;

import anywire.bench.model.NoiseKind;
import anywire.bench.model.Row;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows that are disturbed, under the conditions of {@code calibrate --power}: a tie, and a known difference. */
public final class NoiseRows {
    public static final String SCENARIO_WORDS = "authenticate over tcp, 500/s, windows of 500 ms";
    public static final double MARGIN = 0.05;

    static final String SCENARIO = "authenticate";
    static final String REFERENCE = "tcp";
    static final String TIE = "tcp-again";
    static final String KNOWN = "tcp+15pc";
    static final List<String> ALL = List.of(REFERENCE, TIE, KNOWN);
    static final Duration WINDOW = Duration.ofMillis(500);
    /** Longer than the longest that a cold row has. */
    static final Duration WARM_UP = Duration.ofSeconds((long) NoiseKind.COLD.undisturbed());

    static final long SEED = 141;

    private static final double KNOWN_SHARE = 0.15;
    private static final double RATE_PER_SECOND = 500;

    private NoiseRows() {}

    static Suite suite(List<Row> rows) {
        return new Suite(
                "noise",
                "What do disturbances do to a ratio here?",
                rows,
                REFERENCE,
                REFERENCE,
                Layout.CROSS,
                Duration.ofMinutes(25),
                1,
                1,
                WINDOW,
                MARGIN,
                WARM_UP,
                Asked.DEADLINE,
                SEED,
                new GraphChoice("", 200, List.of(10), 4),
                List.of(),
                List.of(Asked.poisson(SCENARIO, Asked.AUTHENTICATE, RATE_PER_SECOND)),
                List.of(),
                "");
    }

    static Row reference() {
        return Row.parse(REFERENCE);
    }

    static Row tie() {
        return Row.parse(TIE + "=" + REFERENCE);
    }

    /** @param p50Nanos of the reference, of which a share is planted */
    static Row known(double p50Nanos) {
        return reference().planted(KNOWN, (int) Math.round(KNOWN_SHARE * p50Nanos / 1e3));
    }

    /** Of a round, counted from 0: every second one is the mirror of the one before, each pair begins one row later. */
    static List<String> order(List<String> names, int round) {
        List<String> order = new ArrayList<>(names);
        Collections.rotate(order, -(round / 2));
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }
}
