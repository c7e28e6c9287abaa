package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.analysis.Judge.Judgement;
import anywire.bench.model.Analysis.Verdict;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final double MARGIN = 0.05;
    private final Judge judge = new Judge(MARGIN);

    @Test
    void a_half_is_faster() {
        assertThat(verdict(List.of(-0.65, -0.60, -0.70, -0.62, -0.66))).isEqualTo(Verdict.FASTER);
    }

    @Test
    void a_tie_with_little_spread_is_the_same() {
        // scipy: the larger of 1.458e-4 and 1.053e-4
        Judgement tie = judge.judge(Sample.of(List.of(0.01, -0.02, 0.015, 0.0, -0.005, 0.01)));
        assertThat(tie.favoured()).isEqualTo(Verdict.SAME);
        assertThat(tie.p()).isCloseTo(1.45820e-4, within(1e-8));
    }

    @Test
    void a_tie_with_much_spread_cannot_be_told() {
        assertThat(verdict(List.of(0.1, -0.12, 0.05, -0.06, 0.02))).isEqualTo(Verdict.NO_VERDICT);
    }

    @Test
    void a_difference_inside_the_margin_is_neither_faster_nor_slower() {
        assertThat(verdict(List.of(0.02, 0.021, 0.019, 0.02, 0.02))).isEqualTo(Verdict.SAME);
    }

    @Test
    void knows_the_smallest_difference_that_would_show() {
        // exp(log 1.05 + (2.776445 + 2.131847) 0.06 / sqrt 5) - 1
        assertThat(judge.smallestVisible(new Sample(5, 0, 0.06))).isCloseTo(0.19781, within(1e-4));
    }

    @Property(tries = 300)
    void naming_the_other_one_the_reference_mirrors_the_verdict(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -1, max = 1) Double> logs) {
        Judgement one = judge.judge(Sample.of(logs));
        Judgement other = judge.judge(Sample.of(logs.stream().map(v -> -v).toList()));
        assertThat(other.p()).isCloseTo(one.p(), within(1e-9));
        assertThat(verdict(logs.stream().map(v -> -v).toList())).isEqualTo(mirrored(verdict(logs)));
    }

    @Property(tries = 300)
    void a_verdict_is_what_the_intervals_say(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -0.3, max = 0.3) Double> logs) {
        Sample sample = Sample.of(logs);
        double margin = Math.log1p(MARGIN);
        Verdict expected = sample.high(0.95) < -margin
                ? Verdict.FASTER
                : sample.low(0.95) > margin
                        ? Verdict.SLOWER
                        : sample.low(0.90) > -margin && sample.high(0.90) < margin
                                ? Verdict.SAME
                                : sample.high(0.95) < 0
                                        ? Verdict.SLIGHTLY_FASTER
                                        : sample.low(0.95) > 0 ? Verdict.SLIGHTLY_SLOWER : Verdict.NO_VERDICT;
        assertThat(verdict(logs)).isEqualTo(expected);
    }

    @Test
    void a_direction_that_is_known_inside_the_margin_is_slightly() {
        assertThat(verdict(List.of(-0.06, -0.05, -0.04, -0.05, -0.06))).isEqualTo(Verdict.SLIGHTLY_FASTER);
        assertThat(verdict(List.of(0.06, 0.05, 0.04, 0.05, 0.06))).isEqualTo(Verdict.SLIGHTLY_SLOWER);
    }

    @Test
    void same_goes_before_slightly() {
        // All of it inside the margin, and none of it at 0: it does not matter, and that is said.
        Sample small = Sample.of(List.of(0.02, 0.021, 0.019, 0.02, 0.02));
        assertThat(small.low(0.95)).isPositive();
        assertThat(judge.judge(small).uncorrected()).isEqualTo(Verdict.SAME);
        assertThat(judge.judge(small).direction()).isEqualTo(Verdict.SLIGHTLY_SLOWER);
        assertThat(judge.judge(small).directionP()).isLessThan(0.05);
    }

    @Test
    void each_p_is_corrected_for_itself() {
        Judgement both = judge.judge(Sample.of(List.of(-0.30, -0.25, -0.35, -0.28, -0.32)));
        assertThat(both.at(0.01, 0.01)).isEqualTo(Verdict.FASTER);
        assertThat(both.at(0.2, 0.01)).isEqualTo(Verdict.SLIGHTLY_FASTER);
        assertThat(both.at(0.2, 0.2)).isEqualTo(Verdict.NO_VERDICT);
    }

    @Property(tries = 300)
    void an_imbalance_mirrors_too(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -1, max = 1) Double> logs,
            @ForAll @DoubleRange(min = 0, max = 0.3) double imbalance) {
        Sample there = Sample.of(logs);
        Sample back = Sample.of(logs.stream().map(v -> -v).toList());
        assertThat(judge.judge(back, imbalance).uncorrected())
                .isEqualTo(mirrored(judge.judge(there, imbalance).uncorrected()));
    }

    @Property(tries = 300)
    void with_an_imbalance_too_a_verdict_is_what_the_intervals_say(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -0.3, max = 0.3) Double> logs,
            @ForAll @DoubleRange(min = 0, max = 0.2) double imbalance) {
        Sample sample = Sample.of(logs);
        double beyond = Math.log1p(MARGIN) + imbalance;
        double inside = Math.log1p(MARGIN) - imbalance;
        Verdict expected = sample.high(0.95) < -beyond
                ? Verdict.FASTER
                : sample.low(0.95) > beyond
                        ? Verdict.SLOWER
                        : sample.low(0.90) > -inside && sample.high(0.90) < inside
                                ? Verdict.SAME
                                : sample.high(0.95) < -imbalance
                                        ? Verdict.SLIGHTLY_FASTER
                                        : sample.low(0.95) > imbalance ? Verdict.SLIGHTLY_SLOWER : Verdict.NO_VERDICT;
        assertThat(judge.judge(sample, imbalance).uncorrected()).isEqualTo(expected);
    }

    @Property(tries = 300)
    void without_a_verdict_a_longer_run_is_needed(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -0.3, max = 0.3) Double> logs) {
        Sample sample = Sample.of(logs);
        if (judge.judge(sample).uncorrected() == Verdict.NO_VERDICT) {
            assertThat(judge.timesLonger(sample)).isGreaterThanOrEqualTo(1);
        }
    }

    private Verdict verdict(List<Double> logs) {
        return judge.judge(Sample.of(logs)).uncorrected();
    }

    static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> Verdict.SLOWER;
            case SLOWER -> Verdict.FASTER;
            case SLIGHTLY_FASTER -> Verdict.SLIGHTLY_SLOWER;
            case SLIGHTLY_SLOWER -> Verdict.SLIGHTLY_FASTER;
            default -> verdict;
        };
    }
}
