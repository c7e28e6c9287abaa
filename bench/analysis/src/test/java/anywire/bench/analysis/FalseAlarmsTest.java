package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Analysis.Verdict;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the verdicts do to generations whose truth is known: log ratios with the standard deviation that two identical socket
 * pairs showed between generations (0.06), 5 generations a run, 4,000 runs, one seed.
 */
class FalseAlarmsTest {
    private static final int RUNS = 4_000;
    private static final int GENERATIONS = 5;
    private static final double SD = 0.06;
    private final Judge judge = new Judge(0.05);
    private final Random random = new Random(20260301);

    @Test
    void a_tie_is_hardly_ever_called_a_difference() {
        assertThat(share(0, Verdict.FASTER) + share(0, Verdict.SLOWER)).isLessThan(0.01);
    }

    @Test
    void of_a_tie_a_direction_is_seen_in_at_most_one_of_twenty() {
        double directional = IntStream.range(0, RUNS)
                        .filter(i -> verdict(0).direction() != 0)
                        .count()
                / (double) RUNS;
        assertThat(directional).isLessThan(0.06);
    }

    @Test
    void a_difference_of_just_the_margin_is_called_one_in_at_most_five_percent() {
        assertThat(share(Math.log(1.05), Verdict.SLOWER)).isLessThan(0.035);
        assertThat(share(Math.log(1.05), Verdict.SAME)).isLessThan(0.06);
    }

    @Test
    void thirty_percent_is_found() {
        assertThat(share(Math.log(0.7), Verdict.FASTER)).isGreaterThan(0.99);
    }

    @Test
    void the_smallest_visible_difference_is_found_in_about_nineteen_of_twenty_runs() {
        double visible = judge.smallestVisible(new Sample(GENERATIONS, 0, SD));
        assertThat(share(Math.log1p(visible), Verdict.SLOWER)).isBetween(0.9, 0.98);
    }

    private double share(double trueLog, Verdict verdict) {
        long hits = IntStream.range(0, RUNS)
                .filter(i -> verdict(trueLog) == verdict)
                .count();
        return (double) hits / RUNS;
    }

    private Verdict verdict(double trueLog) {
        return judge.judge(Sample.of(IntStream.range(0, GENERATIONS)
                        .mapToObj(i -> trueLog + SD * random.nextGaussian())
                        .toList()))
                .uncorrected();
    }
}
