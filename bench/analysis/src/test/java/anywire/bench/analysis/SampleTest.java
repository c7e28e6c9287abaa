package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values from scipy.stats.t, which agrees with R's qt and pt. */
class SampleTest {
    private final Sample sample = Sample.of(List.of(-0.65, -0.60, -0.70, -0.62, -0.66));

    @Test
    void gives_students_intervals() {
        assertThat(sample.mean()).isCloseTo(-0.646, within(1e-12));
        assertThat(sample.sd()).isCloseTo(0.03847076812334268, within(1e-12));
        assertThat(sample.low(0.95)).isCloseTo(-0.6937677678, within(1e-8));
        assertThat(sample.high(0.95)).isCloseTo(-0.5982322322, within(1e-8));
        assertThat(sample.low(0.90)).isCloseTo(-0.6826776790, within(1e-8));
        assertThat(sample.high(0.90)).isCloseTo(-0.6093223211, within(1e-8));
    }

    @Test
    void a_p_value_falls_with_the_distance_from_the_bound() {
        assertThat(sample.pBelow(-0.646)).isEqualTo(0.5);
        assertThat(sample.pBelow(-0.6)).isLessThan(sample.pBelow(-0.62));
        assertThat(sample.pBelow(-0.6) + sample.pAbove(-0.6)).isCloseTo(1, within(1e-12));
    }

    @Test
    void equal_values_leave_no_doubt() {
        Sample equal = Sample.of(List.of(0.3, 0.3, 0.3, 0.3));
        assertThat(equal.pAbove(0.1)).isZero();
        assertThat(equal.pBelow(0.1)).isEqualTo(1);
        assertThat(equal.low(0.95)).isEqualTo(equal.high(0.95));
    }
}
