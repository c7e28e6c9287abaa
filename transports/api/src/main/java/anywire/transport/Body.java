package anywire.transport;

import java.util.Arrays;

/**
 * Bytes and what they are encoded in. Handing over an array gives it up: nobody writes to it afterwards, the receiver
 * included, so that no transport need copy it.
 */
public final class Body {
    private final Format format;
    private final byte[] bytes;

    public Body(Format format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    public static Body empty(Format format) {
        return new Body(format, new byte[0]);
    }

    public Format format() {
        return format;
    }

    /** The array itself, not a copy. Not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body that && format.equals(that.format) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * format.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of " + format.mediaType();
    }
}
