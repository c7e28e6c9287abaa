package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.run.Power.Case;
import anywire.bench.run.Power.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerTableTest {
    private final PowerTable twentyGenerations = new PowerTable(0.05, 20, 141);

    @Test
    void quiet_generations_call_a_tie_a_tie_and_find_a_difference() {
        Case tie = twentyGenerations.judged("tie", generations(0, 0.06), 0, 200);
        Case slower = twentyGenerations.judged("15 %", generations(Math.log(1.15), 0.06), 0.15, 47);

        assertThat(tie.counts().faster() + tie.counts().slower()).isLessThanOrEqualTo(4);
        assertThat(tie.counts().same()).isGreaterThanOrEqualTo(160);
        assertThat(tie.sdLog()).isBetween(0.05, 0.07);
        assertThat(slower.counts().slower()).isGreaterThanOrEqualTo(46);
    }

    @Test
    void noisy_generations_can_tell_neither() {
        Case tie = twentyGenerations.judged("tie", generations(0, 0.5), 0, 200);
        Case slower = twentyGenerations.judged("15 %", generations(Math.log(1.15), 0.5), 0.15, 47);

        assertThat(tie.counts().cantTell()).isGreaterThan(150);
        assertThat(slower.counts().slower()).isLessThan(20);
    }

    @Test
    void every_imagined_run_is_counted_once() {
        Case any = twentyGenerations.judged("any", generations(0.03, 0.2), 0, 300);
        assertThat(any.counts().faster()
                        + any.counts().slower()
                        + any.counts().same()
                        + any.counts().cantTell())
                .isEqualTo(300);
    }

    @Test
    void the_curve_rises_and_more_noise_sees_less() {
        List<Chance> quiet = twentyGenerations.curve(generations(0, 0.06));
        List<Chance> noisy = twentyGenerations.curve(generations(0, 0.12));

        assertThat(quiet.get(0).found()).isLessThan(0.03);
        assertThat(quiet.get(30).found()).isEqualTo(1);
        // (0.06 / sqrt(20)) x (2.09 + 2.1) on top of the margin: about 11 %.
        assertThat(PowerTable.smallestSeen(quiet)).isBetween(0.09, 0.14);
        assertThat(PowerTable.smallestSeen(noisy)).isGreaterThan(PowerTable.smallestSeen(quiet));
    }

    @Test
    void what_is_never_found_has_no_smallest() {
        assertThat(PowerTable.smallestSeen(twentyGenerations.curve(generations(0, 3)))).isZero();
    }

    private static List<Double> generations(double mean, double sd) {
        Random random = new Random(1);
        List<Double> logs = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            logs.add(mean + sd * random.nextGaussian());
        }
        return logs;
    }
}
