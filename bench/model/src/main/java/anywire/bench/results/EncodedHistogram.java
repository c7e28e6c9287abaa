package anywire.bench.results;

import anywire.bench.model.HistogramCounts;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;

/**
 * HdrHistogram's compressed form (V2). The library lays a histogram out in full, 200 KB each; a report of hundreds of
 * scenarios needs tens of thousands of them, of which a few hundred counts each are not zero. Those alone are read here,
 * from histograms as this project records them (three digits, from 1, in whole numbers); any other goes by the library.
 *
 * <p>The form is that of {@code AbstractHistogram.encodeIntoCompressedByteBuffer}: a cookie and a length, then, deflated,
 * a header of 40 bytes and the counts in order of their index as ZigZag LEB128 numbers of at most nine bytes, where a
 * negative one stands for so many zeros.
 */
final class EncodedHistogram {
    private static final int COMPRESSED = 0x1c849304 | 0x10;
    private static final int PLAIN = 0x1c849303 | 0x10;
    private static final int HEADER = 40;
    private static final int DIGITS = 3;
    /** Half of the 2,048 places that three digits need below the first doubling. */
    private static final int HALF_BITS = 10;
    /** Far more than 64 doublings take. */
    private static final int MOST_BYTES = 1 << 22;

    private EncodedHistogram() {}

    static Histogram whole(byte[] encoded) throws DataFormatException {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(encoded), 0);
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    static HistogramCounts counts(byte[] encoded) throws DataFormatException {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        try {
            if (in.getInt() != COMPRESSED) {
                return HistogramCounts.of(whole(encoded));
            }
            ByteBuffer plain = inflated(encoded, in.position() + Integer.BYTES, in.getInt());
            return isOurs(plain) ? counts(plain) : HistogramCounts.of(whole(encoded));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    private static ByteBuffer inflated(byte[] from, int offset, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(from, offset, length);
            byte[] plain = new byte[Math.max(HEADER, 8 * length)];
            int got = inflater.inflate(plain);
            while (!inflater.finished() && got == plain.length && got < MOST_BYTES) {
                plain = Arrays.copyOf(plain, 2 * got);
                got += inflater.inflate(plain, got, plain.length - got);
            }
            if (!inflater.finished()) {
                throw new DataFormatException("cut off");
            }
            return ByteBuffer.wrap(plain, 0, got);
        } finally {
            inflater.end();
        }
    }

    /** Reads the header. */
    private static boolean isOurs(ByteBuffer plain) throws DataFormatException {
        int cookie = plain.getInt();
        int bytes = plain.getInt();
        int offset = plain.getInt();
        int digits = plain.getInt();
        long lowest = plain.getLong();
        long unusedHighest = plain.getLong();
        double ratio = plain.getDouble();
        if (cookie == PLAIN && bytes != plain.remaining()) {
            throw new DataFormatException("counts are missing");
        }
        return cookie == PLAIN && offset == 0 && digits == DIGITS && lowest == 1 && ratio == 1;
    }

    private static HistogramCounts counts(ByteBuffer plain) throws DataFormatException {
        HistogramCounts.Builder counts = new HistogramCounts.Builder();
        long index = 0;
        while (plain.hasRemaining()) {
            long next = zigZag(plain);
            if (next < 0) {
                index -= next;
            } else {
                counts.add(value(index), next);
                index++;
            }
        }
        return counts.build();
    }

    /** Seven bits a byte, the lowest first, as long as the eighth is set; the ninth byte is whole. */
    private static long zigZag(ByteBuffer from) {
        long bits = 0;
        for (int shift = 0; ; shift += 7) {
            long next = from.get() & 0xffL;
            if (shift == 56 || next < 0x80) {
                bits |= next << shift;
                return bits >>> 1 ^ -(bits & 1);
            }
            bits |= (next & 0x7f) << shift;
        }
    }

    /** The lowest value of a place: 2,048 of width 1, then 1,024 for each doubling of the width. */
    private static long value(long index) throws DataFormatException {
        long doublings = (index >> HALF_BITS) - 1;
        if (doublings <= 0) {
            return index;
        }
        if (doublings > Long.SIZE - 2 - HALF_BITS) {
            throw new DataFormatException("no value has place " + index);
        }
        long half = 1L << HALF_BITS;
        return (index & half - 1 | half) << doublings;
    }

    private static DataFormatException damaged(RuntimeException cause) {
        DataFormatException damaged = new DataFormatException(String.valueOf(cause.getMessage()));
        damaged.initCause(cause);
        return damaged;
    }
}
