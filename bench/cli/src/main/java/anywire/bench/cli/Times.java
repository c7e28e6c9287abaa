package anywire.bench.cli;

import java.time.Duration;

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
}
