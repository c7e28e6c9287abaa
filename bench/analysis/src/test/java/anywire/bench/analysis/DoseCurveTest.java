package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.analysis.DoseCurve.Point;
import anywire.bench.model.Noise.Half;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoseCurveTest {
    @Test
    void between_two_doses_it_goes_straight() {
        Half half = new DoseCurve(0, List.of(point(1, 0.01), point(2, 0.03))).reaching(0.02, 2);
        assertThat(half.at().orElseThrow()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void before_the_first_dose_it_goes_straight_from_none() {
        Half half = new DoseCurve(0, List.of(point(4, 0.08))).reaching(0.02, 2);
        assertThat(half.at().orElseThrow()).isCloseTo(1, within(1e-9));
    }

    @Test
    void what_is_never_that_high_is_not_reached() {
        Half half = new DoseCurve(0, List.of(point(1, 0.001), point(2, 0.002))).reaching(0.02, 2);
        assertThat(half.at()).isEmpty();
        assertThat(half.low()).isEmpty();
        assertThat(half.high()).isEmpty();
    }

    @Test
    void errors_make_an_interval_whose_upper_end_may_be_open() {
        Half half = new DoseCurve(0, List.of(new Point(1, 0.02, 0.005), new Point(2, 0.025, 0.005))).reaching(0.02, 2);
        assertThat(half.at().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(half.low().orElseThrow()).isLessThan(1);
        assertThat(half.high()).isEmpty();
    }

    @Test
    void a_stronger_dose_that_did_less_is_taken_together_with_the_weaker_one() {
        Half half = new DoseCurve(0, List.of(point(1, 0.03), point(2, 0.01), point(3, 0.06))).reaching(0.03, 2);
        assertThat(half.at().orElseThrow()).isCloseTo(2.25, within(1e-9));
    }

    @Test
    void doses_may_go_downwards() {
        Half half = new DoseCurve(24, List.of(point(16, 0.01), point(8, 0.03))).reaching(0.02, 2);
        assertThat(half.at().orElseThrow()).isCloseTo(12, within(1e-9));
    }

    private static Point point(double x, double y) {
        return new Point(x, y, 0.001);
    }
}
