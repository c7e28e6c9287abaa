package anywire.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.model.HistogramCounts;
import anywire.bench.model.Histograms;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class EncodedHistogramTest {
    @Property(tries = 300)
    void counts_are_those_that_the_library_reads(
            @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 1L << 40) Long> values,
            @ForAll @LongRange(min = 1, max = 1L << 50) long often)
            throws DataFormatException {
        Histogram histogram = Histograms.empty();
        values.forEach(value -> histogram.recordValueWithCount(value, value % 7 == 0 ? often : 1));
        byte[] encoded = encoded(histogram);
        assertThat(EncodedHistogram.counts(encoded))
                .isEqualTo(HistogramCounts.of(EncodedHistogram.whole(encoded)))
                .isEqualTo(HistogramCounts.of(histogram));
    }

    @Test
    void every_place_has_the_value_that_the_library_gives_it() throws DataFormatException {
        Histogram histogram = new Histogram(1, Long.MAX_VALUE, 3);
        for (long value = 0;
                value >= 0 && value < Long.MAX_VALUE / 2;
                value = histogram.nextNonEquivalentValue(value)) {
            histogram.recordValue(value);
        }
        assertThat(EncodedHistogram.counts(encoded(histogram))).isEqualTo(HistogramCounts.of(histogram));
    }

    @Test
    void histograms_of_another_shape_are_read_by_the_library() throws DataFormatException {
        for (Histogram other : List.of(new Histogram(2), new Histogram(1_000, 3_600_000_000L, 3))) {
            other.recordValue(12_345);
            other.recordValueWithCount(9_000_000, 4);
            assertThat(EncodedHistogram.counts(encoded(other))).isEqualTo(HistogramCounts.of(other));
        }
    }

    @Test
    void what_is_cut_off_anywhere_or_changed_is_damaged() {
        Histogram histogram = Histograms.empty();
        for (int i = 0; i < 500; i++) {
            histogram.recordValue((long) i * i);
        }
        byte[] encoded = encoded(histogram);
        for (int end = 0; end < encoded.length; end++) {
            byte[] part = Arrays.copyOf(encoded, end);
            assertThatThrownBy(() -> EncodedHistogram.counts(part)).isInstanceOf(DataFormatException.class);
        }
        byte[] changed = encoded.clone();
        changed[encoded.length / 2] ^= 0x55;
        assertThatThrownBy(() -> EncodedHistogram.counts(changed)).isInstanceOf(DataFormatException.class);
    }

    private static byte[] encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        return Arrays.copyOf(buffer.array(), histogram.encodeIntoCompressedByteBuffer(buffer));
    }
}
