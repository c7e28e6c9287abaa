package anywire.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
    private static final double[] PERCENTILES = {0, 0.1, 20, 33.3, 50, 66.7, 75, 90, 95, 98.6, 99, 99.9, 99.99, 100};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999, 1_000, 1_001, 60_000})
    void they_say_what_hdrhistogram_says(int count) {
        Histogram histogram = drawn(count, count);
        HistogramCounts counts = HistogramCounts.of(histogram);
        assertThat(counts.at(PERCENTILES))
                .containsExactly(Arrays.stream(PERCENTILES)
                        .mapToLong(histogram::getValueAtPercentile)
                        .toArray());
        assertThat(counts.latency().meanNanos()).isEqualTo(histogram.getMean());
        assertThat(counts.latency().maxNanos()).isEqualTo(histogram.getMaxValue());
        assertThat(counts.total()).isEqualTo(count);
        for (int i = 0; i < counts.size(); i++) {
            assertThat(counts.upTo(counts.value(i))).isEqualTo(histogram.getCountBetweenValues(0, counts.value(i)));
        }
    }

    @Test
    void a_sum_is_what_adding_histograms_gives() {
        Histogram sum = Histograms.empty();
        List<Histogram> parts = List.of(drawn(500, 1), Histograms.empty(), drawn(3, 2), drawn(9_000, 3));
        parts.forEach(sum::add);
        assertThat(HistogramCounts.sum(parts.stream().map(HistogramCounts::of).toList()))
                .isEqualTo(HistogramCounts.of(sum));
        assertThat(HistogramCounts.sum(List.of())).isEqualTo(HistogramCounts.NONE);
    }

    @Test
    void nothing_counted_is_zero_everywhere() {
        assertThat(HistogramCounts.of(Histograms.empty()).latency()).isEqualTo(Latency.NONE);
        assertThat(HistogramCounts.NONE.at(99)).isZero();
        assertThat(HistogramCounts.NONE.upTo(5)).isZero();
    }

    private static Histogram drawn(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Histogram histogram = Histograms.empty();
        for (int i = 0; i < count; i++) {
            histogram.recordValue((long) Math.exp(random.nextDouble() * 20));
        }
        return histogram;
    }
}
