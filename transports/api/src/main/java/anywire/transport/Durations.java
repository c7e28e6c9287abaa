package anywire.transport;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them in options and suites: a number and one of {@code us ms s m}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?(us|ms|s|m)");

    private Durations() {}

    /** @throws IllegalArgumentException if it isn't one */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a time is a number and one of us, ms, s, m, such as 500ms, not '" + text + "'");
        }
        double nanos = Double.parseDouble(matcher.group(1)) * nanosPer(matcher.group(2));
        return Duration.ofNanos(Math.round(nanos));
    }

    /** In the largest unit that leaves a whole number. */
    public static String print(Duration time) {
        long nanos = time.toNanos();
        for (String unit : new String[] {"m", "s", "ms", "us"}) {
            long per = nanosPer(unit);
            if (nanos >= per && nanos % per == 0) {
                return nanos / per + unit;
            }
        }
        return nanos / 1_000.0 + "us";
    }

    private static long nanosPer(String unit) {
        return switch (unit) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            default -> 60_000_000_000L;
        };
    }
}
