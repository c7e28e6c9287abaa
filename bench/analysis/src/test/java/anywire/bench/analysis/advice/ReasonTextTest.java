package anywire.bench.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextTest {
    /** The machine's or the run's. */
    private static final Set<Code> NOBODY_S = EnumSet.of(
            Code.STEAL,
            Code.OTHER_PROCESSES,
            Code.DISTURBED_ROUNDS,
            Code.ONE_GENERATION,
            Code.INCOMPLETE,
            Code.INDICATIVE_PLATFORM,
            Code.PROFILED);

    @ParameterizedTest
    @EnumSource
    void each_is_one_sentence_that_names_the_row(Code code) {
        for (double figure : new double[] {1, 0.123, 7}) {
            String text =
                    ReasonText.of(new Reason(code, Trust.LOW, NOBODY_S.contains(code) ? "" : "tcp", figure, 0.05, 0.1));
            assertThat(text).matches("[A-Z0-9].*\\.").doesNotContain("NaN", "null", "  ", "..", "-0", "(s)", "(es)");
            if (!NOBODY_S.contains(code)) {
                assertThat(text).contains("tcp");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STILL_WARMING", "STEAL_UNEQUAL", "OTHERS_UNEQUAL", "SEND_LAG_UNEQUAL", "ANALYSES_DISAGREE"})
    void what_goes_either_way_has_no_minus_sign(Code code) {
        assertThat(ReasonText.of(new Reason(code, Trust.LOW, "tcp", -0.123, 0.05, 0.1)))
                .endsWith(".")
                .contains("tcp", "1")
                .doesNotContain("-");
    }

    @Test
    void figures_have_a_unit_a_direction_and_their_bound() {
        assertThat(ReasonText.of(new Reason(Code.STEAL_UNEQUAL, Trust.LOW, "tcp", 0.012, 0.0035, 0.08)))
                .contains("1.2 %", "more", "(bound 0.4 %)");
        assertThat(ReasonText.of(new Reason(Code.STEAL_UNEQUAL, Trust.LOW, "tcp", -0.012, 0.0035, 0.08)))
                .contains("1.2 %", "less");
        assertThat(ReasonText.of(new Reason(Code.WRONG_ANSWERS, Trust.BROKEN, "tcp", 1, 0, 0)))
                .isEqualTo("1 call over tcp got an answer that was not asked for.");
        assertThat(ReasonText.of(new Reason(Code.STILL_WARMING, Trust.LOW, "tcp", -0.2, 0.05, 0.1)))
                .contains("18 %");
        assertThat(ReasonText.of(new Reason(Code.NOTHING_MEASURED, Trust.BROKEN, "", 0, 0, 0)))
                .isEqualTo("Nothing was measured.");
        assertThat(ReasonText.of(new Reason(Code.INCOMPLETE, Trust.MEDIUM, "", 2, 3, 0)))
                .isEqualTo("The run ended early: 2 of 3 generations came to their end.");
    }
}
