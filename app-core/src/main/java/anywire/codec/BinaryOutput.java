package anywire.codec;

import java.util.Arrays;

/** Bytes being written: grows, and is used again. */
final class BinaryOutput {
    private static final int KEPT_BYTES = 64 * 1024;

    private byte[] bytes = new byte[512];
    private int size;

    void start() {
        size = 0;
    }

    byte[] finish() {
        byte[] written = Arrays.copyOf(bytes, size);
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[512];
        }
        return written;
    }

    void single(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; the highest bit of a byte says that more follow. */
    void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    void fixed64(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void block(byte[] block) {
        varint(block.length);
        room(block.length);
        System.arraycopy(block, 0, bytes, size, block.length);
        size += block.length;
    }

    /** The number of bytes, then UTF-8. */
    void text(String text) {
        int chars = text.length();
        int utf8Bytes = utf8Bytes(text);
        varint(utf8Bytes);
        room(utf8Bytes);
        byte[] to = bytes;
        int at = size;
        if (utf8Bytes == chars) {
            for (int i = 0; i < chars; i++) {
                to[at++] = (byte) text.charAt(i);
            }
        } else {
            at = writeUtf8(text, to, at);
        }
        size = at;
    }

    private static int utf8Bytes(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (Character.isSurrogate(c)) {
                    if (Character.isLowSurrogate(c)
                            || i + 1 == text.length()
                            || !Character.isLowSurrogate(text.charAt(i + 1))) {
                        throw new IllegalArgumentException("a string has half a surrogate pair");
                    }
                    i++;
                    length += 2;
                } else {
                    length += c < 0x800 ? 1 : 2;
                }
            }
        }
        return length;
    }

    private static int writeUtf8(String text, byte[] to, int from) {
        int at = from;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | c >> 6);
                to[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                if (c < 0x10000) {
                    to[at++] = (byte) (0xE0 | c >> 12);
                } else {
                    to[at++] = (byte) (0xF0 | c >> 18);
                    to[at++] = (byte) (0x80 | c >> 12 & 0x3F);
                }
                to[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        return at;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
