package anywire.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The binary forms of what has no parts. */
final class BinaryScalars {
    private static final BinaryForm BOOLEAN =
            form(1, (value, out) -> out.single((Boolean) value ? 1 : 0), BinaryScalars::flag);
    private static final BinaryForm INT = form(1, (value, out) -> out.zigzag((Integer) value), BinaryScalars::integer);
    private static final BinaryForm LONG = form(1, (value, out) -> out.zigzag((Long) value), BinaryInput::zigzag);
    private static final BinaryForm DOUBLE = form(
            8,
            (value, out) -> out.fixed64(Double.doubleToLongBits((Double) value)),
            in -> Double.longBitsToDouble(in.fixed64()));

    private static final Map<Class<?>, BinaryForm> FORMS = Map.ofEntries(
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(String.class, form(1, (value, out) -> out.text((String) value), BinaryInput::text)),
            Map.entry(byte[].class, form(1, (value, out) -> out.block((byte[]) value), BinaryInput::block)),
            Map.entry(Instant.class, form(2, BinaryScalars::writeInstant, BinaryScalars::readInstant)),
            Map.entry(Duration.class, form(2, BinaryScalars::writeDuration, BinaryScalars::readDuration)));

    private BinaryScalars() {}

    private interface Writer {
        void write(Object value, BinaryOutput out);
    }

    private interface Reader {
        Object read(BinaryInput in) throws CodecException;
    }

    static BinaryForm of(Class<?> type) {
        BinaryForm form = FORMS.get(type);
        if (form != null) {
            return form;
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return form(1, (value, out) -> out.varint(((Enum<?>) value).ordinal()), in -> constant(in, constants));
        }
        throw TypeOf.unknown(type);
    }

    private static BinaryForm form(int minBytes, Writer writer, Reader reader) {
        return new BinaryForm() {
            @Override
            public void write(Object value, BinaryOutput out) {
                writer.write(value, out);
            }

            @Override
            public Object read(BinaryInput in) throws CodecException {
                return reader.read(in);
            }

            @Override
            public int minBytes() {
                return minBytes;
            }
        };
    }

    static boolean flag(BinaryInput in) throws CodecException {
        int value = in.single();
        if (value > 1) {
            throw new CodecException("a flag is 0 or 1, not " + value);
        }
        return value == 1;
    }

    private static Object integer(BinaryInput in) throws CodecException {
        long value = in.zigzag();
        if (value != (int) value) {
            throw new CodecException(value + " is no int");
        }
        return (int) value;
    }

    private static Object constant(BinaryInput in, Object[] constants) throws CodecException {
        long ordinal = in.varint();
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new CodecException("there is no constant number " + Long.toUnsignedString(ordinal));
        }
        return constants[(int) ordinal];
    }

    private static void writeInstant(Object value, BinaryOutput out) {
        Instant instant = (Instant) value;
        out.zigzag(instant.getEpochSecond());
        out.varint(instant.getNano());
    }

    private static Object readInstant(BinaryInput in) throws CodecException {
        long seconds = in.zigzag();
        try {
            return Instant.ofEpochSecond(seconds, nanos(in));
        } catch (DateTimeException e) {
            throw new CodecException(seconds + " seconds since 1970 is no time", e);
        }
    }

    private static void writeDuration(Object value, BinaryOutput out) {
        Duration duration = (Duration) value;
        out.zigzag(duration.getSeconds());
        out.varint(duration.getNano());
    }

    private static Object readDuration(BinaryInput in) throws CodecException {
        return Duration.ofSeconds(in.zigzag(), nanos(in));
    }

    private static long nanos(BinaryInput in) throws CodecException {
        long nanos = in.varint();
        if (nanos < 0 || nanos > 999_999_999) {
            throw new CodecException(Long.toUnsignedString(nanos) + " is no part of a second in nanoseconds");
        }
        return nanos;
    }
}
