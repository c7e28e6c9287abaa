package anywire.bench.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Latency;
import anywire.bench.samples.SampleWindow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PunctualityTest {
    private static final long MILLI = 1_000_000;

    @Test
    void a_driver_within_the_bounds_is_on_time() {
        assertThat(late(lag(90_000, 290_000, 19 * MILLI, 49 * MILLI))).isEmpty();
    }

    @Test
    void each_bound_counts_and_is_named_with_what_was_found() {
        assertThat(late(lag(110_000, 290_000, MILLI, MILLI)))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("the driver sent late over tcp")
                        .contains("p50 0.11 ms (bound 0.1)"));
        assertThat(late(lag(2_000, 310_000, 3 * MILLI, 3 * MILLI)).orElse("")).contains("p90 0.31 ms (bound 0.30)");
        assertThat(late(lag(2_000, 5_000, 21 * MILLI, 22 * MILLI)).orElse("")).contains("p99 21.0 ms (bound 20)");
        assertThat(late(lag(2_000, 5_000, 9_000, 60 * MILLI)).orElse("")).contains("at most 60.0 ms (bound 50)");
    }

    @Test
    void what_takes_longer_may_be_sent_later() {
        Latency lag = lag(2_000, 2 * MILLI, 3 * MILLI, 3 * MILLI);
        assertThat(late(lag)).isPresent();
        SampleWindow slow = SampleWindow.over("tcp").latency(lag(8 * MILLI, 9 * MILLI, 10 * MILLI, 11 * MILLI));
        assertThat(Punctuality.late(slow.sendLag(lag).window())).isEmpty();
    }

    @Test
    void a_closed_loop_which_has_no_lag_is_never_late() {
        assertThat(late(Latency.NONE)).isEmpty();
    }

    private static Latency lag(long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {
        return new Latency(600, p50Nanos, p90Nanos, p99Nanos, maxNanos, maxNanos, 3_000);
    }

    private static Optional<String> late(Latency lag) {
        return Punctuality.late(SampleWindow.over("tcp").sendLag(lag).window());
    }
}
