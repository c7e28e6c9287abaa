package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.samples.SampleRun;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verdict has to hold with all rounds and without the disturbed ones. */
class DraftTest {
    private static final double SE = 0.01;
    private static final Judge JUDGE = new Judge(0.05);

    /** Means of logs that give each verdict, with a standard error of 1 %: the margin is 4.9 %. */
    private static final double FASTER = -0.2;

    @ParameterizedTest
    @CsvSource({
        "-0.2, -0.2, FASTER",
        "0.2, 0.2, SLOWER",
        "0, 0, SAME",
        "-0.2, -0.05, SLIGHTLY_FASTER",
        "-0.05, -0.2, SLIGHTLY_FASTER",
        "0.2, 0.05, SLIGHTLY_SLOWER",
        "-0.05, -0.05, SLIGHTLY_FASTER",
        "-0.2, 0, NO_VERDICT",
        "0, -0.2, NO_VERDICT",
        "-0.2, 0.2, NO_VERDICT",
        "0.2, -0.05, NO_VERDICT",
        "0, 0.05, NO_VERDICT"
    })
    void the_weaker_of_two_analyses_is_said(double all, double undisturbed, Verdict said) {
        assertThat(decided(estimate(12, all), estimate(9, undisturbed)).verdict())
                .isEqualTo(said);
    }

    @Test
    void where_nothing_was_disturbed_or_hardly_anything_is_left_all_rounds_decide() {
        assertThat(decided(estimate(12, FASTER), estimate(12, FASTER)).verdict())
                .isEqualTo(Verdict.FASTER);
        assertThat(decided(estimate(12, FASTER), estimate(2, 0)).verdict()).isEqualTo(Verdict.FASTER);
        assertThat(decided(estimate(12, FASTER), estimate(3, 0)).verdict()).isEqualTo(Verdict.NO_VERDICT);
    }

    @Property(tries = 300)
    void it_never_says_what_either_analysis_would_not(
            @ForAll @DoubleRange(min = -0.3, max = 0.3) double all,
            @ForAll @DoubleRange(min = -0.3, max = 0.3) double undisturbed,
            @ForAll @IntRange(min = 3, max = 11) int left) {
        Verdict ofAll = JUDGE.judge(estimate(12, all)).uncorrected();
        Verdict ofSome = JUDGE.judge(estimate(left, undisturbed)).uncorrected();
        Verdict said = decided(estimate(12, all), estimate(left, undisturbed)).verdict();
        if (said.direction() != 0) {
            assertThat(said.direction()).isEqualTo(ofAll.direction()).isEqualTo(ofSome.direction());
        }
        if (said.differs() || said == Verdict.SAME) {
            assertThat(said).isEqualTo(ofAll).isEqualTo(ofSome);
        }
    }

    @Test
    void an_imbalance_holds_for_both_analyses() {
        Reason steal = new Reason(Code.STEAL_UNEQUAL, Trust.LOW, "tcp", 0.02, 0.003, 0.2);
        Comparison c = decided(estimate(12, FASTER), estimate(9, FASTER), steal);
        assertThat(c.imbalanceLog()).isEqualTo(0.2);
        assertThat(c.verdict()).isEqualTo(Verdict.NO_VERDICT);
    }

    @Test
    void what_all_rows_share_is_no_imbalance() {
        Reason noisy = new Reason(Code.STEAL, Trust.MEDIUM, "", 0.02, 0.01, 0.2);
        Comparison c = decided(estimate(12, FASTER), estimate(12, FASTER), noisy);
        assertThat(c.imbalanceLog()).isZero();
        assertThat(c.trust()).isEqualTo(Trust.MEDIUM);
        assertThat(c.verdict()).isEqualTo(Verdict.FASTER);
    }

    @Test
    void broken_withholds_every_figure() {
        Reason wrong = new Reason(Code.WRONG_ANSWERS, Trust.BROKEN, "tcp", 1, 0, 0);
        Comparison c = decided(estimate(12, FASTER), estimate(9, FASTER), wrong);
        assertThat(c.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(c.ratio()).isZero();
        assertThat(c.hasInterval()).isFalse();
        assertThat(c.p()).isEqualTo(1);
        assertThat(c.smallestVisible()).isZero();
        assertThat(c.perRound()).isEmpty();
        assertThat(c.undisturbed().ratio()).isZero();
        assertThat(c.undisturbed().hasInterval()).isFalse();
        assertThat(draft(estimate(12, FASTER), estimate(9, FASTER), wrong).inFamily())
                .isFalse();
    }

    @Test
    void low_trust_withholds_nothing() {
        Reason cold = new Reason(Code.COMPILERS_BUSY, Trust.LOW, "tcp", 0.2, 0.05, 0);
        Comparison c = decided(estimate(12, FASTER), estimate(9, FASTER), cold);
        assertThat(c.ratio()).isCloseTo(Math.exp(FASTER), within(1e-12));
        assertThat(c.hasInterval()).isTrue();
        assertThat(c.perRound()).hasSize(1);
    }

    @Test
    void a_run_without_a_verdict_says_how_much_longer_one_might_take() {
        // A mean of 6 %, known to 4 %: beyond chance (2.2 standard errors) in two and a half times the time.
        Comparison c = draft(estimate(12, 0.06, 0.04), estimate(12, 0.06, 0.04)).decide(0.5, 0.2, 1, 10);
        assertThat(c.verdict()).isEqualTo(Verdict.NO_VERDICT);
        assertThat(c.moreMinutes()).isCloseTo(10 * (Math.pow(2.2 * 0.04 / 0.06, 2) - 1), within(1.0));
        assertThat(decided(estimate(12, FASTER), estimate(12, FASTER)).moreMinutes())
                .isZero();
    }

    private static Comparison decided(TwoLevels all, TwoLevels undisturbed, Reason... reasons) {
        Draft draft = draft(all, undisturbed, reasons);
        return draft.decide(draft.p(), draft.directionP(), 1, 10);
    }

    private static Draft draft(TwoLevels all, TwoLevels undisturbed, Reason... reasons) {
        return new Draft(
                SampleRun.AUTHENTICATE,
                "tcp",
                "http",
                50,
                List.of(new Rounds.LogRatio(1, 1, all.mean(), false)),
                all,
                undisturbed,
                new Between(0, 10, "told"),
                List.of(reasons),
                JUDGE);
    }

    private static TwoLevels estimate(int rounds, double mean) {
        return estimate(rounds, mean, SE);
    }

    private static TwoLevels estimate(int rounds, double mean, double standardError) {
        return new TwoLevels(3, rounds, mean, 0.03, 0, standardError, 11);
    }
}
