package anywire.bench.engine.runner;

import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import java.time.Duration;
import java.util.List;

/** A suite for tests that start real processes of one row: few people, and hardly any warm-up. */
final class OneRowSuite {
    private OneRowSuite() {}

    static Suite of(Row row, Duration deadline, Scenario... scenarios) {
        return of(row, Duration.ofSeconds(1), deadline, scenarios);
    }

    /** As warm as that time allows. */
    static Suite warm(Row row, Duration warmUp, Scenario... scenarios) {
        return of(row, warmUp, Duration.ofSeconds(5), scenarios);
    }

    private static Suite of(Row row, Duration warmUp, Duration deadline, Scenario... scenarios) {
        return new Suite(
                "one-row",
                "",
                List.of(row),
                row.name(),
                row.name(),
                Layout.CROSS,
                Duration.ofMinutes(2),
                1,
                2,
                Duration.ofMillis(600),
                0.05,
                warmUp,
                deadline,
                141,
                new GraphChoice("", 20, List.of(5), 2),
                List.of(),
                List.of(scenarios),
                List.of(),
                "");
    }
}
