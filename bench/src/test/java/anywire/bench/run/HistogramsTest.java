package anywire.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramsTest {
    private static final double[] PERCENTILES = {0, 0.1, 20, 33.3, 50, 66.7, 75, 90, 95, 98.6, 99, 99.9, 99.99, 100};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999, 1_000, 1_001, 60_000})
    void one_pass_says_what_hdrhistogram_says(int count) {
        SplittableRandom random = new SplittableRandom(count);
        Histogram histogram = Histograms.empty();
        for (int i = 0; i < count; i++) {
            histogram.recordValue((long) Math.exp(random.nextDouble() * 20));
        }
        assertThat(Histograms.valuesAt(histogram, PERCENTILES))
                .containsExactly(Arrays.stream(PERCENTILES)
                        .mapToLong(histogram::getValueAtPercentile)
                        .toArray());
    }
}
