package anywire.transport;

import java.util.HexFormat;

/** An idempotency key: 128 bits, whoever makes it sees to it that it is unique. */
public record Key(long high, long low) {
    private static final HexFormat HEX = HexFormat.of();

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    /** @throws IllegalArgumentException if it isn't 32 hexadecimal digits */
    public static Key parse(String text) {
        if (text.length() != 32) {
            throw new IllegalArgumentException("a key is 32 hexadecimal digits");
        }
        return new Key(Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16));
    }
}
