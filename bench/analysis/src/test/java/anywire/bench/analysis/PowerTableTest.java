package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.Power;
import anywire.bench.model.Power.Case;
import anywire.bench.model.Power.Chance;
import anywire.bench.model.Power.Counts;
import anywire.bench.model.Power.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of 16 generations of 8 rounds, what imagined runs of 4 and 8 would say. */
class PowerTableTest {
    private static final Machine MACHINE = new Machine("Example CPU 3000", 2, "6.1.0", "poll", "17.0.15", "0.1.0");

    private final PowerTable table = new PowerTable(0.05, 4, 8, 141);
    private final Power quiet = power(0.01, 0.05);

    @Test
    void quiet_generations_call_a_tie_a_tie_and_find_a_difference() {
        Counts tie = quiet.cases().get(0).counts();
        Counts slower = quiet.cases().get(1).counts();

        assertThat(tie.faster() + tie.slower()).isLessThanOrEqualTo(tie.runs() / 50);
        assertThat(tie.same()).isGreaterThan(tie.runs() / 2);
        assertThat(slower.slower()).isGreaterThan(slower.runs() * 9 / 10);
        assertThat(quiet.cases().get(1).ratio()).isCloseTo(1.15, within(0.05));
    }

    @Test
    void noisy_generations_can_tell_neither() {
        Power noisy = power(0.5, 0.1);

        assertThat(noisy.cases().get(0).counts().noVerdict()).isGreaterThan(150);
        assertThat(noisy.cases().get(1).counts().slower()).isLessThan(40);
        assertThat(noisy.smallestSeen()).isZero();
    }

    @Test
    void every_imagined_run_is_counted_once() {
        assertThat(quiet.cases())
                .extracting(Case::counts)
                .allSatisfy(c ->
                        assertThat(c.directional() + c.same() + c.noVerdict()).isEqualTo(c.runs()));
    }

    @Test
    void the_curve_rises_and_more_noise_sees_less() {
        List<Chance> curve = quiet.curve();

        assertThat(curve.get(0).found()).isLessThan(0.06);
        assertThat(curve.get(40).found()).isEqualTo(1);
        assertThat(quiet.smallestSeen()).isBetween(0.02, 0.12);
        assertThat(power(0.02, 0.1).smallestSeen()).isGreaterThan(quiet.smallestSeen());
    }

    @Test
    void the_spread_of_a_transport_against_itself_is_what_was_put_in() {
        Power noisy = power(0.5, 0.1);
        assertThat(noisy.spread().withinSdLog()).isCloseTo(0.1, within(0.02));
        assertThat(noisy.spread().betweenSdLog()).isCloseTo(0.5, within(0.2));
        assertThat(noisy.spread().source()).isEqualTo("this machine's own power table");
    }

    private Power power(double betweenSd, double withinSd) {
        return table.power(
                Instant.parse("2026-03-01T09:00:00Z"),
                MACHINE,
                "authenticate",
                List.of(
                        new Known("tie", 0, generations(0, betweenSd, withinSd, 1), List.of()),
                        new Known("15 %", 0.15, generations(Math.log(1.15), betweenSd, withinSd, 2), List.of())));
    }

    private static List<List<Double>> generations(double mean, double betweenSd, double withinSd, long seed) {
        Random random = new Random(seed);
        List<List<Double>> generations = new ArrayList<>();
        for (int g = 0; g < 16; g++) {
            double its = mean + betweenSd * random.nextGaussian();
            generations.add(random.doubles(8)
                    .mapToObj(unused -> its + withinSd * random.nextGaussian())
                    .toList());
        }
        return generations;
    }
}
