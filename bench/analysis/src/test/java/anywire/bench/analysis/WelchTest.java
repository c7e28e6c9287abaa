package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.analysis.Judge.Judgement;
import anywire.bench.model.Analysis.Verdict;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WelchTest {
    private final Judge judge = new Judge(0.05);

    @Test
    void gives_the_degrees_of_freedom_of_welch_and_satterthwaite() {
        // Variances of the means 1/2 and 7/3: (17/6)^2 / ((1/2)^2 / 4 + (7/3)^2 / 5) = 5780 / 829.
        Welch difference = Welch.of(Sample.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)), Sample.of(evenUpTo12()));
        assertThat(difference.mean()).isEqualTo(4);
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(17 / 6.0), within(1e-12));
        assertThat(difference.degreesOfFreedom()).isCloseTo(5780 / 829.0, within(1e-12));
    }

    private static List<Double> evenUpTo12() {
        return List.of(2.0, 4.0, 6.0, 8.0, 10.0, 12.0);
    }

    @Test
    void gives_students_p_where_both_spread_alike() {
        // Four degrees of freedom, t^2 = 1.5; there t's distribution function is 1/2 + 3/8 x (1 - x^2 / 12), with
        // x^2 = t^2 / (1 + t^2 / 4) = 12/11.
        Welch difference = Welch.of(Sample.of(List.of(1.0, 2.0, 3.0)), Sample.of(List.of(2.0, 3.0, 4.0)));
        double x = Math.sqrt(12 / 11.0);
        assertThat(difference.degreesOfFreedom()).isCloseTo(4, within(1e-12));
        assertThat(difference.pAbove(0)).isCloseTo(0.5 - 0.375 * x * (1 - 1 / 11.0), within(1e-9));
        // Table of t: 2.776445 at 0.975.
        assertThat(difference.low(0.95)).isCloseTo(1 - 2.776445 * Math.sqrt(2 / 3.0), within(1e-6));
    }

    @Test
    void samples_without_spread_leave_no_doubt() {
        Sample zero = Sample.of(List.of(0.0, 0.0, 0.0, 0.0));
        Welch difference = Welch.of(zero, Sample.of(List.of(0.3, 0.3, 0.3, 0.3)));
        assertThat(difference.pAbove(0.1)).isZero();
        assertThat(difference.pBelow(0.1)).isEqualTo(1);
        assertThat(difference.low(0.95)).isEqualTo(difference.high(0.95));
        assertThat(judge.judge(Welch.of(zero, zero)).favoured()).isEqualTo(Verdict.SAME);
    }

    @Property(tries = 300)
    void swapping_the_samples_mirrors_the_verdict(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -1, max = 1) Double> first,
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -1, max = 1) Double> second) {
        Judgement one = judge.judge(Welch.of(Sample.of(first), Sample.of(second)));
        Judgement other = judge.judge(Welch.of(Sample.of(second), Sample.of(first)));
        assertThat(other.p()).isEqualTo(one.p());
        assertThat(other.uncorrected()).isEqualTo(JudgeTest.mirrored(one.uncorrected()));
    }

    @Property(tries = 300)
    void a_sample_against_itself_is_neither_faster_nor_slower(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -1, max = 1) Double> logs) {
        Judgement judgement = judge.judge(Welch.of(Sample.of(logs), Sample.of(logs)));
        assertThat(judgement.uncorrected()).isIn(Verdict.SAME, Verdict.NO_VERDICT);
    }

    @Test
    void a_tie_is_hardly_ever_called_a_difference_and_thirty_percent_nearly_always() {
        Random random = new Random(20260301);
        assertThat(shareOfDifferences(0, random)).isLessThan(0.02);
        assertThat(shareOfDifferences(Math.log(0.7), random)).isGreaterThan(0.98);
    }

    /** Of 2,000 pairs of runs with 5 generations each, with the spread between generations of one bare socket pair (0.053). */
    private double shareOfDifferences(double trueLog, Random random) {
        return IntStream.range(0, 2_000)
                        .mapToObj(i -> judge.judge(Welch.of(generations(0, random), generations(trueLog, random))))
                        .map(Judgement::uncorrected)
                        .filter(v -> v == Verdict.FASTER || v == Verdict.SLOWER)
                        .count()
                / 2_000.0;
    }

    private static Sample generations(double mean, Random random) {
        return Sample.of(IntStream.range(0, 5)
                .mapToObj(i -> mean + 0.053 * random.nextGaussian())
                .toList());
    }
}
