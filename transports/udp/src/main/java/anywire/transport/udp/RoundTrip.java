package anywire.transport.udp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something is sent again: RFC 6298, with a first guess and a lower bound for networks of today,
 * where a millisecond is long. On the event loop.
 */
final class RoundTrip {
    static final long FIRST_NANOS = Duration.ofMillis(100).toNanos();
    static final long MIN_NANOS = Duration.ofMillis(20).toNanos();
    static final long MAX_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int MAX_DOUBLINGS = 16;

    private double smoothed;
    private double variation;

    /** Of something that was sent once only: otherwise nobody knows which of them was answered (Karn). */
    void measured(long nanos) {
        if (smoothed == 0) {
            smoothed = nanos;
            variation = nanos / 2.0;
        } else {
            variation += (Math.abs(smoothed - nanos) - variation) / 4;
            smoothed += (nanos - smoothed) / 8;
        }
    }

    long timeoutNanos() {
        if (smoothed == 0) {
            return FIRST_NANOS;
        }
        return Math.min(MAX_NANOS, Math.max(MIN_NANOS, (long) (smoothed + 4 * variation)));
    }

    /**
     * Doubled for each time that it was sent already, an eighth more or less by chance, so that what was lost together is
     * not sent again together.
     *
     * @param sent how often, at least 1
     */
    long pauseNanos(int sent, RandomGenerator random) {
        long doubled = timeoutNanos() << Math.min(sent - 1, MAX_DOUBLINGS);
        long bounded = doubled <= 0 ? MAX_NANOS : Math.min(doubled, MAX_NANOS);
        return (long) (bounded * (0.875 + random.nextDouble() / 4));
    }
}
