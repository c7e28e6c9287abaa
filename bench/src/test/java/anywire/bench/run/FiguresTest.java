package anywire.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void microseconds_carry_three_digits() {
        assertThat(Figures.micros(847)).isEqualTo("0.85 µs");
        assertThat(Figures.micros(8_471)).isEqualTo("8.47 µs");
        assertThat(Figures.micros(84_710)).isEqualTo("84.7 µs");
        assertThat(Figures.micros(99_960)).isEqualTo("100 µs");
        assertThat(Figures.micros(1_847_100)).isEqualTo("1,847 µs");
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
        assertThat(Figures.count(1, "block")).isEqualTo("1 block");
        assertThat(Figures.count(5, "block")).isEqualTo("5 blocks");
    }
}
