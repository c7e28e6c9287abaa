package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeLeftTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999, 30_000_000, 9_000_000_000_000L})
    void travels_to_the_microsecond(long micros) {
        Duration time = Duration.ofNanos(micros * 1_000);
        assertThat(TimeLeft.parse(TimeLeft.print(time))).isEqualTo(time);
    }

    @Test
    void is_at_most_a_year() {
        assertThat(TimeLeft.parse(TimeLeft.print(Duration.ofSeconds(Long.MAX_VALUE))))
                .isEqualTo(Duration.ofDays(365));
        assertThat(TimeLeft.parse("999999999999999us")).isEqualTo(Duration.ofDays(365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "-1us", "1", "1h", "xus", "9999999999999999us"})
    void is_a_number_and_a_unit(String text) {
        assertThatThrownBy(() -> TimeLeft.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
