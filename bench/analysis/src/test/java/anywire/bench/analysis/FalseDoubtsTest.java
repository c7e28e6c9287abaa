package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Network;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Window;
import anywire.bench.samples.SampleRun;
import anywire.bench.samples.SampleWindow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * How often trust is low by chance alone: runs like {@code quick} (5 rows, 3 scenarios, 2 generations of 6 rounds), whose rounds
 * spread by 10 % and in which no row is disturbed more than another.
 */
class FalseDoubtsTest {
    private static final int RUNS = Integer.getInteger("anywire.doubts.runs", 60);

    private static final Scenario NEAR = SampleRun.AUTHENTICATE;
    private static final Scenario FAR =
            new Scenario("far", NEAR.action(), NEAR.codec(), NEAR.load(), 0, Network.ZONE, true);
    private static final Scenario HEARD =
            new Scenario("heard", Action.POST_UNTIL_HEARD, NEAR.codec(), NEAR.load(), true);

    @Test
    void on_a_quiet_machine_hardly_any_run_is_trusted_little() {
        assertThat(low((window, random) -> SampleWindow.from(window).window())).isLessThanOrEqualTo(RUNS / 6);
    }

    @Test
    void on_a_machine_that_is_noisy_alike_hardly_any_run_is_trusted_less_than_medium() {
        assertThat(low((window, random) -> {
                    double stolen = random.nextInt(2) == 0 ? 0.08 * random.nextDouble() : 0;
                    double strays = random.nextInt(4) == 0 ? 0.5 * random.nextDouble() : 0;
                    return SampleWindow.from(window)
                            .steal(stolen)
                            .strays(strays)
                            .probe(1 + 10 * stolen)
                            .window();
                }))
                .isLessThanOrEqualTo(RUNS / 6);
    }

    /** In how many runs. */
    private static int low(BiFunction<Window, Random, Window> noise) {
        int low = 0;
        Map<Code, Integer> codes = new EnumMap<>(Code.class);
        for (int seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed);
            SampleRun sample = SampleRun.of("inproc", 8)
                    .and("http", 100)
                    .and("tcp", 70)
                    .and("udp", 80)
                    .and("amq", 200)
                    .scenarios(NEAR, FAR, HEARD)
                    .generations(2)
                    .rounds(6)
                    .spread(0.05, 0.1)
                    .callsPerWindow(60)
                    .seed(seed)
                    .altered(g -> g.having(g.windows().stream()
                            .map(w -> noise.apply(w, random))
                            .toList()));
            Run run = sample.run();
            Analysis analysis = Analyst.analyse(run, sample.histograms());
            low += analysis.trust() == Trust.LOW ? 1 : 0;
            List<Reason> reasons = analysis.scenarios().stream()
                    .flatMap(s -> s.reasons().stream())
                    .filter(r -> r.trust() == Trust.LOW)
                    .toList();
            reasons.forEach(r -> codes.merge(r.code(), 1, Integer::sum));
        }
        System.out.println(low + " of " + RUNS + " runs are trusted little: " + codes);
        return low;
    }
}
