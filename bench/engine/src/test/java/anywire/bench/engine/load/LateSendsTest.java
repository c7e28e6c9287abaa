package anywire.bench.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.FlightLog;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LateSendsTest {
    private static final long MILLI = 1_000_000;
    private static final long LATE = 3 * MILLI;
    private static final long[] OFFSETS = {MILLI, 2 * MILLI, 20 * MILLI};

    @Test
    void each_call_is_sent_late_and_still_counts_from_when_it_was_due() {
        FlightLog log = run(LATE);
        for (int i = 0; i < OFFSETS.length; i++) {
            assertThat(log.sentNanos(i) - log.intendedNanos(i)).isGreaterThanOrEqualTo(LATE);
        }
        assertThat(log.intendedNanos(1) - log.intendedNanos(0)).isEqualTo(MILLI);
    }

    @Test
    void nothing_of_it_is_left_in_the_next_window() {
        FlightLog late = run(LATE);
        FlightLog next = run(0);
        assertThat(next.started()).isEqualTo(late.started());
        for (int i = 1; i < OFFSETS.length; i++) {
            assertThat(next.intendedNanos(i) - next.intendedNanos(0)).isEqualTo(OFFSETS[i] - OFFSETS[0]);
            assertThat(next.sentNanos(i)).isGreaterThanOrEqualTo(next.intendedNanos(i));
        }
    }

    private static FlightLog run(long lateNanos) {
        FlightLog log = new FlightLog(OFFSETS.length);
        Loaded ignored =
                OpenLoop.run(number -> CompletableFuture.completedFuture(true), log, OFFSETS, 30 * MILLI, lateNanos);
        return log;
    }
}
