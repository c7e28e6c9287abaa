package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Action;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Calibration;
import anywire.bench.model.Crossed;
import anywire.bench.model.Environment;
import anywire.bench.model.Generation;
import anywire.bench.model.GraphFacts;
import anywire.bench.model.Histograms;
import anywire.bench.model.JudgedBy;
import anywire.bench.model.Noise.Adversary;
import anywire.bench.model.Power;
import anywire.bench.model.Row;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Schedule;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import anywire.bench.model.Trials;
import anywire.bench.model.Window;
import anywire.bench.samples.NoiseSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdversariesTest {
    private static final int ROUNDS = 12;

    @Test
    void noise_in_step_with_a_row_is_found_out_by_what_others_used_in_its_windows() {
        Adversary adversary = judged(0.2, 0.2, true);
        assertThat(adversary.held()).isTrue();
        assertThat(adversary.trust()).isEqualTo(Trust.LOW);
        assertThat(adversary.all().rounds()).isEqualTo(ROUNDS);
    }

    @Test
    void noise_that_no_account_sees_misleads() {
        assertThat(judged(0.5, 0, true).held()).isFalse();
    }

    @Test
    void a_row_that_is_as_fast_must_not_be_told_apart() {
        assertThat(judged(0, 0, false).held()).isTrue();
        assertThat(judged(0.5, 0, false).held()).isFalse();
    }

    /** @param log by which the row is slower */
    private static Adversary judged(double log, double othersShare, boolean unequal) {
        return Adversaries.judged(
                "made up", run(log, othersShare), new Histograms(), "tcp-again", unequal, List.of("figures"));
    }

    private static Run run(double log, double othersShare) {
        List<Window> windows = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            double luck = round % 2 == 0 ? 0.01 : -0.01;
            windows.add(NoiseSample.window("tcp", round, 0, 0));
            windows.add(NoiseSample.window("tcp-again", round, log + luck, othersShare));
        }
        Generation generation = new Generation(
                1, 0, 60, List.of(), List.of(), windows, List.of(), "", 0, List.of(), Crossed.NOTHING, List.of());
        return new Run(
                Run.SCHEMA,
                "noise",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                List.of(),
                environment(),
                suite(),
                new GraphFacts("", 0, 0, 0, List.of()),
                List.of(),
                List.of(generation),
                List.of(),
                Trials.NONE,
                Schedule.NONE,
                List.of(),
                Calibration.NONE,
                Power.Cited.NONE,
                JudgedBy.reference(Bounds.reference()),
                List.of());
    }

    private static Environment environment() {
        return new Environment(
                "CPU", 2, "6.1", "os", "none", "halt", "", "", false, "JDK 17", List.of(), "0.1.0", "", 0, Map.of());
    }

    private static Suite suite() {
        return new Suite(
                "noise",
                "",
                List.of(Row.parse("tcp"), Row.parse("tcp-again=tcp")),
                "tcp",
                "tcp",
                Layout.CROSS,
                Duration.ofMinutes(1),
                1,
                ROUNDS,
                Duration.ofSeconds(1),
                0.05,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of(),
                List.of(new Scenario(
                        "authenticate", Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, 250, 0), true)),
                List.of(),
                "");
    }
}
