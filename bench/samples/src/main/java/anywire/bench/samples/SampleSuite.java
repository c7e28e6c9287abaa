package anywire.bench.samples;

import anywire.bench.model.Environment;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Schedule;
import anywire.bench.model.Spread;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import anywire.bench.model.TrustBounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a sample run was asked, and where. */
final class SampleSuite {
    private static final Duration BUDGET = Duration.ofMinutes(7);
    private static final String KEPT = "the reference results that come along with Anywire";

    /** Round figures, so that a test can say what follows from them. */
    static final TrustBounds BOUNDS = new TrustBounds(1.25, 7, 0.5, 0.01, 0.05, 0.05, List.of());

    private SampleSuite() {}

    static Suite of(List<String> transports, List<Scenario> scenarios, int generations, int rounds, long seed) {
        return new Suite(
                "quick",
                "Does it have to be HTTP?",
                transports.stream().map(Row::parse).toList(),
                "http",
                "inproc",
                Layout.CROSS,
                BUDGET,
                generations,
                rounds,
                Duration.ofMillis(600),
                0.05,
                Duration.ofSeconds(7),
                Duration.ofSeconds(1),
                seed,
                new GraphChoice("", 110, List.of(10), 10),
                List.of("socket"),
                scenarios,
                List.of(),
                "");
    }

    static Schedule schedule(int generations, int rounds) {
        return new Schedule(
                BUDGET,
                0,
                new Schedule.Costs(95.5, 7.25),
                List.of(new Spread(Spread.LOOPBACK, 0.1, 0.02, KEPT), new Spread(Spread.NETWORK, 0.06, 0.01, KEPT)),
                generations,
                rounds);
    }

    static Environment environment() {
        return new Environment(
                "Example CPU 3000",
                2,
                "6.1.0",
                "Linux",
                "performance",
                "poll",
                "12 wake-ups a second, /dev/cpu_dma_latency held open",
                "cgroup v2",
                false,
                "17.0.15",
                List.of("-XX:+UseSerialGC"),
                "0.1.0",
                "0123abc",
                4L << 30,
                Map.of("netty", "4.2.18.Final"));
    }
}
