package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values from R: {@code p.adjust(c(...), "holm")}. */
class HolmTest {
    @Test
    void adjusts_as_r_does() {
        assertAdjusted(List.of(0.01, 0.02, 0.03, 0.04), List.of(0.04, 0.06, 0.06, 0.06));
        assertAdjusted(List.of(0.04, 0.001, 0.5), List.of(0.08, 0.003, 0.5));
    }

    @Test
    void one_verdict_alone_needs_no_correction() {
        assertAdjusted(List.of(0.03), List.of(0.03));
        assertThat(Holm.adjust(List.of())).isEmpty();
    }

    @Test
    void no_p_value_exceeds_one() {
        assertAdjusted(List.of(0.6, 0.9), List.of(1.0, 1.0));
    }

    private static void assertAdjusted(List<Double> ps, List<Double> expected) {
        List<Double> adjusted = Holm.adjust(ps);
        assertThat(adjusted).hasSameSizeAs(expected);
        for (int i = 0; i < ps.size(); i++) {
            assertThat(adjusted.get(i)).isCloseTo(expected.get(i), Offset.offset(1e-12));
        }
    }
}
