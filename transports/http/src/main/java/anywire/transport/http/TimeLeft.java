package anywire.transport.http;

import anywire.transport.Durations;
import java.time.Duration;

/** The time left as a header has it: a number and a unit; whole microseconds from our own client. */
final class TimeLeft {
    static final Duration DEFAULT = Duration.ofSeconds(30);
    private static final Duration MAX = Duration.ofDays(365);

    private TimeLeft() {}

    static String print(Duration left) {
        return micros(left.compareTo(MAX) > 0 ? MAX : left) + "us";
    }

    /** @throws IllegalArgumentException if it is no time, in words for its sender */
    static Duration parse(String text) {
        int digits = text.length() - 2;
        if (digits < 1 || digits > 15 || !text.endsWith("us")) {
            return Durations.parse(text);
        }
        long micros = 0;
        for (int i = 0; i < digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Durations.parse(text);
            }
            micros = micros * 10 + digit;
        }
        return micros > micros(MAX) ? MAX : Duration.ofNanos(micros * 1_000);
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}
