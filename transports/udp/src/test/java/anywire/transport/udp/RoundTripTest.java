package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private final RoundTrip roundTrip = new RoundTrip();

    @Test
    void guesses_until_it_knows() {
        assertThat(roundTrip.timeoutNanos()).isEqualTo(RoundTrip.FIRST_NANOS);
    }

    /** RFC 6298, section 2: the first R gives SRTT = R and RTTVAR = R / 2; the same again shrinks the variation by a quarter. */
    @Test
    void follows_the_standard() {
        long r = Duration.ofMillis(40).toNanos();
        roundTrip.measured(r);
        assertThat(roundTrip.timeoutNanos()).isEqualTo(r + 4 * r / 2);
        roundTrip.measured(r);
        assertThat(roundTrip.timeoutNanos()).isEqualTo(r + 4 * (r / 2 * 3 / 4));
    }

    @Test
    void is_never_shorter_than_a_busy_machine_takes_nor_longer_than_a_second() {
        roundTrip.measured(1_000);
        assertThat(roundTrip.timeoutNanos()).isEqualTo(RoundTrip.MIN_NANOS);
        roundTrip.measured(Duration.ofMinutes(1).toNanos());
        assertThat(roundTrip.timeoutNanos()).isEqualTo(RoundTrip.MAX_NANOS);
    }

    @Property
    void doubles_within_an_eighth_and_up_to_a_limit(
            @ForAll @IntRange(min = 1, max = 200) int sent, @ForAll Random random) {
        long pause = new RoundTrip().pauseNanos(sent, random);
        double whole = Math.min(RoundTrip.FIRST_NANOS * Math.pow(2, sent - 1), RoundTrip.MAX_NANOS);

        assertThat(pause / whole).isBetween(0.87, 1.13);
    }
}
