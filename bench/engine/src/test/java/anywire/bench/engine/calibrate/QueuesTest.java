package anywire.bench.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QueuesTest {
    @Test
    void each_waits_for_what_is_left_of_those_before_it() {
        // Served from 0 to 10, 10 to 20, 20 to 30; then nobody is there until 50.
        assertThat(Queues.sojourns(new long[] {0, 3, 20, 50}, 10)).containsExactly(10, 17, 10, 10);
        assertThat(Queues.sojourns(new long[] {0, 0, 0}, 10)).containsExactly(10, 20, 30);
        assertThat(Queues.sojourns(new long[0], 10)).isEmpty();
    }

    @Test
    void at_half_utilisation_half_a_service_time_is_waited_on_average() {
        assertThat(Queues.meanSojourn(0.05, 10)).isCloseTo(15, within(1e-9));
        assertThat(Queues.meanSojourn(0.08, 10)).isCloseTo(30, within(1e-9));
    }

    @Test
    void the_recursion_comes_to_the_formula_in_the_long_run() {
        SplittableRandom random = new SplittableRandom(7);
        long[] arrivals = new long[2_000_000];
        double at = 0;
        for (int i = 0; i < arrivals.length; i++) {
            at -= Math.log(1 - random.nextDouble()) * 2_000;
            arrivals[i] = (long) at;
        }
        double mean = Ranked.of(Queues.sojourns(arrivals, 1_000)).mean();
        assertThat(mean).isCloseTo(Queues.meanSojourn(1 / 2_000.0, 1_000), within(15.0));
    }

    @Test
    void a_queue_that_only_grows_has_no_mean() {
        assertThatIllegalArgumentException().isThrownBy(() -> Queues.meanSojourn(0.1, 10));
    }
}
