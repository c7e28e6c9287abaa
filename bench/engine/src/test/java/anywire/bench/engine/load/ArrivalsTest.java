package anywire.bench.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void constant_arrivals_are_evenly_spaced() {
        long[] offsets = Arrivals.offsets(new Load(Loop.CONSTANT, 1_000, 0), SECOND, 1);
        assertThat(offsets).hasSize(1_000).startsWith(0, 1_000_000, 2_000_000).endsWith(999_000_000);
    }

    @Test
    void constant_arrivals_do_not_drift_at_a_rate_that_nanoseconds_cannot_divide() {
        long[] offsets = Arrivals.offsets(new Load(Loop.CONSTANT, 3, 0), 100 * SECOND, 1);
        assertThat(offsets).hasSize(300);
        assertThat(offsets[299]).isCloseTo(299 * SECOND / 3, within(2L));
    }

    @Test
    void poisson_arrivals_have_the_mean_and_the_spread_of_independent_gaps() {
        long[] offsets = Arrivals.offsets(new Load(Loop.POISSON, 1_000, 0), 200 * SECOND, 7);
        assertThat(offsets.length).isBetween(198_000, 202_000); // mean 200,000, standard deviation 447
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < offsets.length; i++) {
            double gap = (offsets[i] - offsets[i - 1]) / 1e6;
            sum += gap;
            squares += gap * gap;
        }
        double mean = sum / (offsets.length - 1);
        double deviation = Math.sqrt(squares / (offsets.length - 1) - mean * mean);
        assertThat(deviation / mean).isCloseTo(1, within(0.02)); // of an exponential distribution it is 1
    }

    @Test
    void the_same_seed_gives_every_transport_the_same_arrivals() {
        Load load = new Load(Loop.POISSON, 500, 0);
        assertThat(Arrivals.offsets(load, SECOND, 3)).isEqualTo(Arrivals.offsets(load, SECOND, 3));
        assertThat(Arrivals.offsets(load, SECOND, 3)).isNotEqualTo(Arrivals.offsets(load, SECOND, 4));
    }

    @Test
    void all_arrivals_lie_in_the_window_in_order() {
        long[] offsets = Arrivals.offsets(new Load(Loop.POISSON, 100_000, 0), SECOND, 5);
        assertThat(offsets).isSorted();
        assertThat(offsets[offsets.length - 1]).isLessThan(SECOND);
    }
}
