package anywire.transport;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One option of a transport: part of its URIs, of the CLI's help, of the docs and of each run's record.
 *
 * @param type what values are, for people: {@code "1 to 65536"}, {@code "true or false"}
 * @param unit what a bare number counts, or empty
 * @param help one line
 * @param parser throws {@link IllegalArgumentException} for text that is no value
 * @param secret whether values are to be masked wherever they would be printed
 */
public record Option<T>(
        String name,
        String type,
        T defaultValue,
        String unit,
        String help,
        boolean secret,
        Function<String, T> parser,
        Function<T, String> printer) {

    public static Option<Integer> integer(String name, int defaultValue, int min, int max, String unit, String help) {
        return new Option<>(
                name,
                min + " to " + max,
                defaultValue,
                unit,
                help,
                false,
                text -> range(text, min, max),
                String::valueOf);
    }

    public static Option<Boolean> bool(String name, boolean defaultValue, String help) {
        return new Option<>(name, "true or false", defaultValue, "", help, false, Option::bool, String::valueOf);
    }

    /** Written as {@code 500ms}, {@code 5s}, {@code 2m}, {@code 100us}. */
    public static Option<Duration> duration(String name, Duration defaultValue, String help) {
        return new Option<>(
                name, "a time such as 500ms, 5s", defaultValue, "", help, false, Durations::parse, Durations::print);
    }

    /** Constants of an enum, written in lower case with hyphens. */
    public static <E extends Enum<E>> Option<E> choice(String name, E defaultValue, String help) {
        E[] all = defaultValue.getDeclaringClass().getEnumConstants();
        String words = Arrays.stream(all).map(Option::word).collect(Collectors.joining(", "));
        return new Option<>(
                name,
                words,
                defaultValue,
                "",
                help,
                false,
                text -> Arrays.stream(all)
                        .filter(e -> word(e).equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                Option::word);
    }

    public static Option<String> text(String name, String defaultValue, String help) {
        return new Option<>(name, "text", defaultValue, "", help, false, text -> text, text -> text);
    }

    /** @throws InvalidEndpointException with what would be right */
    public T parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            String shown = secret ? "what was given" : "'" + text + "'";
            throw new InvalidEndpointException("option " + name + " is " + type + ", not " + shown);
        }
    }

    /** The value as a URI would have it; {@code ***} for a secret. */
    public String print(T value) {
        return secret ? "***" : printer.apply(value);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int range(String text, int min, int max) {
        int value = Integer.parseInt(text);
        if (value < min || value > max) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }
}
