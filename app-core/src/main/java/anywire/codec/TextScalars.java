package anywire.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Values without parts as text: all of them in forms, in JSON those that JSON has no word for. */
final class TextScalars {
    private static final int SHOWN_CHARS = 40;

    private static final Map<Class<?>, TextScalar> SCALARS = Map.ofEntries(
            Map.entry(boolean.class, scalar("true or false", TextScalars::flag)),
            Map.entry(Boolean.class, scalar("true or false", TextScalars::flag)),
            Map.entry(int.class, scalar("a whole number", Integer::valueOf)),
            Map.entry(Integer.class, scalar("a whole number", Integer::valueOf)),
            Map.entry(long.class, scalar("a whole number", Long::valueOf)),
            Map.entry(Long.class, scalar("a whole number", Long::valueOf)),
            Map.entry(double.class, scalar("a number", Double::valueOf)),
            Map.entry(Double.class, scalar("a number", Double::valueOf)),
            Map.entry(String.class, scalar("text", text -> text)),
            Map.entry(Instant.class, scalar("a time such as 2026-01-02T03:04:05Z", Instant::parse)),
            Map.entry(Duration.class, scalar("a duration such as PT1.5S", Duration::parse)),
            Map.entry(byte[].class, new TextScalar() {
                @Override
                public String print(Object value) {
                    return Base64.getEncoder().encodeToString((byte[]) value);
                }

                @Override
                public Object parse(String text) throws CodecException {
                    return parsed(text, "base64", Base64.getDecoder()::decode);
                }
            }));

    private TextScalars() {}

    interface TextScalar {
        String print(Object value);

        Object parse(String text) throws CodecException;
    }

    private interface Parser {
        /** Throws an {@link IllegalArgumentException} or {@link DateTimeException} where it can't. */
        Object parse(String text);
    }

    /** @throws IllegalArgumentException if it is no scalar that a codec knows */
    static TextScalar of(Class<?> type) {
        TextScalar known = SCALARS.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return scalar("one of " + Arrays.toString(constants), text -> constant(constants, text));
        }
        throw TypeOf.unknown(type);
    }

    private static TextScalar scalar(String what, Parser parser) {
        return new TextScalar() {
            @Override
            public String print(Object value) {
                return value instanceof Enum<?> constant ? constant.name() : value.toString();
            }

            @Override
            public Object parse(String text) throws CodecException {
                return parsed(text, what, parser);
            }
        };
    }

    private static Object parsed(String text, String what, Parser parser) throws CodecException {
        try {
            return parser.parse(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new CodecException("'" + shown(text) + "' is not " + what, e);
        }
    }

    /** Short, and on one line. */
    static String shown(String text) {
        String start = text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "..." : text;
        return start.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", "?");
    }

    /** The first line of a library's message. */
    static String line(String message) {
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }

    private static Object flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException(text);
    }

    private static Object constant(Object[] constants, String name) {
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
