package anywire.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Reason.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final Reason WRONG = new Reason(Code.WRONG_ANSWERS, Trust.BROKEN, "tcp", 3, 0, 0);
    private static final Reason COLD = new Reason(Code.STILL_WARMING, Trust.LOW, "tcp", 0.1, 0.05, 0.05);
    private static final Reason STEAL = new Reason(Code.STEAL_UNEQUAL, Trust.LOW, "udp", 0.02, 0.003, 0.14);
    private static final Reason OTHERS = new Reason(Code.OTHERS_UNEQUAL, Trust.LOW, "udp", 0.2, 0.05, 0.1);
    private static final Reason NOISY = new Reason(Code.STEAL, Trust.MEDIUM, "", 0.02, 0.01, 0);

    @Test
    void the_worst_comes_first_then_cold_code_then_what_cost_most() {
        assertThat(Reason.ranked(List.of(NOISY, OTHERS, STEAL, COLD, WRONG)))
                .containsExactly(WRONG, COLD, STEAL, OTHERS, NOISY);
    }

    @Test
    void trust_is_as_low_as_the_worst_reason_and_high_without_one() {
        assertThat(Reason.trust(List.of())).isEqualTo(Trust.HIGH);
        assertThat(Reason.trust(List.of(NOISY))).isEqualTo(Trust.MEDIUM);
        assertThat(Reason.trust(List.of(NOISY, STEAL))).isEqualTo(Trust.LOW);
        assertThat(Reason.trust(List.of(WRONG, STEAL))).isEqualTo(Trust.BROKEN);
    }
}
