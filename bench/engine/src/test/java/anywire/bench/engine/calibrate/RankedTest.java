package anywire.bench.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Histograms;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RankedTest {
    @Test
    void has_percentiles_as_a_histogram_has_them() {
        Histogram histogram = Histograms.empty();
        LongStream.rangeClosed(1, 1_000).forEach(histogram::recordValue);
        Ranked ranked = Ranked.of(LongStream.rangeClosed(1, 1_000).toArray());
        for (double p : new double[] {0, 1, 50, 90, 99, 99.9, 100}) {
            assertThat(ranked.at(p)).as("p" + p).isEqualTo(histogram.getValueAtPercentile(p));
        }
    }

    @Test
    void takes_every_value_of_a_histogram() {
        Histogram histogram = Histograms.empty();
        histogram.recordValueWithCount(5, 3);
        histogram.recordValueWithCount(7, 2);
        Ranked ranked = Ranked.of(histogram);
        assertThat(ranked.size()).isEqualTo(5);
        assertThat(ranked.at(60)).isEqualTo(5);
        assertThat(ranked.at(61)).isEqualTo(7);
        assertThat(ranked.mean()).isCloseTo(5.8, within(1e-9));
    }

    @Test
    void adds_independent_values_and_not_percentiles() {
        // 9 in 10 nothing, 1 in 10 a hundred; added to itself: 81 in 100 nothing, 18 a hundred, 1 two hundred.
        Ranked one = Ranked.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 100);
        Ranked both = one.plus(one, 3);
        assertThat(both.at(80)).isZero();
        assertThat(both.at(82)).isEqualTo(100);
        assertThat(both.at(98.5)).isEqualTo(100);
        assertThat(both.at(99.5)).isEqualTo(200);
    }

    @Test
    void the_same_seed_gives_the_same_sum() {
        Ranked some = Ranked.of(LongStream.range(0, 500).map(n -> n * n).toArray());
        assertThat(some.plus(some, 9).at(99)).isEqualTo(some.plus(some, 9).at(99));
    }

    @Test
    void of_nothing_there_are_no_percentiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ranked.of(List.of()));
    }
}
