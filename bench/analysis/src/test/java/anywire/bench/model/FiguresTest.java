package anywire.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @Test
    void microseconds_carry_three_digits() {
        assertThat(Figures.micros(847)).isEqualTo("0.85 µs");
        assertThat(Figures.micros(8_471)).isEqualTo("8.47 µs");
        assertThat(Figures.micros(84_710)).isEqualTo("84.7 µs");
        assertThat(Figures.micros(99_960)).isEqualTo("100 µs");
        assertThat(Figures.micros(1_847_100)).isEqualTo("1,847 µs");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.004, 0.006, 1.5, 9.994, 12.345, -99.94, 123.456, 999.6, 1e6, -1234567.891, 3e14})
    void a_fixed_point_is_what_a_formatter_sets(double value) {
        for (int digits = 0; digits <= 3; digits++) {
            String expected = String.format(Locale.ROOT, "%." + digits + "f", value);
            assertThat(Figures.fixed(value, digits)).isEqualTo(expected);
        }
        assertThat(Figures.whole(value)).isEqualTo(String.format(Locale.ROOT, "%,.0f", value));
    }

    @Test
    void what_rounds_to_nothing_has_no_sign() {
        assertThat(Figures.fixed(-0.004, 2)).isEqualTo("0.00");
        assertThat(Figures.threeDigits(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void a_small_ratio_keeps_two_digits() {
        assertThat(Figures.ratio(1.234)).isEqualTo("1.23");
        assertThat(Figures.ratio(0.5249)).isEqualTo("0.52");
        assertThat(Figures.ratio(0.0772)).isEqualTo("0.077");
        assertThat(Figures.ratio(0.000316)).isEqualTo("0.00032");
    }

    @Test
    void a_percentage_below_ten_has_a_decimal() {
        assertThat(Figures.percent(0.05)).isEqualTo("5.0 %");
        assertThat(Figures.percent(0.198)).isEqualTo("20 %");
    }

    @Test
    void one_thing_is_not_plural() {
        assertThat(Figures.count(1, "generation")).isEqualTo("1 generation");
        assertThat(Figures.count(5, "generation")).isEqualTo("5 generations");
    }
}
