package anywire.codec;

import java.util.Arrays;

/** Bytes being read, none of them trusted. */
final class BinaryInput {
    private final byte[] bytes;
    private int at;

    BinaryInput(byte[] bytes) {
        this.bytes = bytes;
    }

    int left() {
        return bytes.length - at;
    }

    int single() throws CodecException {
        if (at == bytes.length) {
            throw new CodecException("the bytes end early");
        }
        return bytes[at++] & 0xFF;
    }

    /** In its shortest form only, so that one value has one encoding. */
    long varint() throws CodecException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = single();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                if (next == 0 && shift > 0 || shift == 63 && next > 1) {
                    break;
                }
                return value;
            }
        }
        throw new CodecException("a number is not in its shortest form");
    }

    long zigzag() throws CodecException {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    long fixed64() throws CodecException {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | single();
        }
        return value;
    }

    /** A number of things that follow, each of which takes at least so many bytes. */
    int count(int bytesEach) throws CodecException {
        long count = varint();
        if (count < 0 || count > left() / bytesEach) {
            throw new CodecException(
                    "a length is " + Long.toUnsignedString(count) + " where " + left() + " bytes are left");
        }
        return (int) count;
    }

    byte[] block() throws CodecException {
        int length = count(1);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String text() throws CodecException {
        int length = count(1);
        at += length;
        return Utf8.decode(bytes, at - length, length);
    }

    void end() throws CodecException {
        if (left() > 0) {
            throw new CodecException(left() + " bytes are left over");
        }
    }
}
