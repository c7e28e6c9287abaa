package anywire.bench.cli;

import java.time.Duration;
import java.util.Locale;

/** Times as a person wants to read them. */
final class Times {
    private Times() {}

    /** {@code 40 s}, {@code 3 min 20 s}, {@code 1 h 5 min}. */
    static String about(Duration time) {
        long seconds = Math.round(time.toMillis() / 1_000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** Three digits, in the unit that suits: {@code 84.2 us}, {@code 1.25 ms}. */
    static String latency(long nanos) {
        if (nanos < 1_000_000) {
            return digits(nanos / 1e3) + " us";
        }
        return nanos < 1_000_000_000 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
    }

    private static String digits(double value) {
        String form = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, form, value);
    }
}
