package anywire.bench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Capacity.Step;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CapacityStepsTest {
    @Test
    void ramps_by_a_quarter_until_a_rate_fails_and_confirms_the_last_that_held() {
        CapacitySteps steps = new CapacitySteps(5_000);
        List<Double> tried = ramp(steps, 1_900);

        assertThat(tried).containsExactly(1_000.0, 1_250.0, 1_560.0, 1_950.0);
        assertThat(steps.holdsPerSecond()).isZero();
        assertThat(steps.confirm()).hasValue(1_560);
        steps.tried(step(1_560, true, true));
        assertThat(steps.confirm()).isEmpty();
        assertThat(steps.holdsPerSecond()).isEqualTo(1_560);
        assertThat(steps.failsPerSecond()).isEqualTo(1_950);
    }

    @Test
    void goes_down_where_the_first_rate_fails() {
        CapacitySteps steps = new CapacitySteps(5_000);

        assertThat(ramp(steps, 700)).containsExactly(1_000.0, 800.0, 640.0);
        assertThat(steps.confirm()).hasValue(640);
    }

    @Test
    void what_does_not_hold_over_fresh_processes_is_tried_lower() {
        CapacitySteps steps = new CapacitySteps(5_000);
        ramp(steps, 1_900);
        steps.tried(step(1_560, true, false));

        assertThat(steps.failsPerSecond()).isEqualTo(1_560);
        assertThat(steps.confirm()).hasValue(1_250);
        steps.tried(step(1_250, true, true));
        assertThat(steps.holdsPerSecond()).isEqualTo(1_250);
    }

    @Test
    void gives_up_on_what_holds_nothing() {
        CapacitySteps steps = new CapacitySteps(5_000);
        List<Double> tried = ramp(steps, 0);

        assertThat(tried.get(tried.size() - 1)).isBetween(10.0, 12.5);
        assertThat(steps.confirm()).isEmpty();
        assertThat(steps.holdsPerSecond()).isZero();
    }

    @Property
    void the_bracket_holds_the_true_capacity(@ForAll @DoubleRange(min = 20, max = 300_000) double capacity) {
        CapacitySteps steps = new CapacitySteps(20_000);
        ramp(steps, capacity);
        while (steps.confirm().isPresent()) {
            double rate = steps.confirm().getAsDouble();
            steps.tried(step(rate, true, rate <= capacity));
        }

        assertThat(steps.holdsPerSecond()).isPositive().isLessThanOrEqualTo(capacity);
        assertThat(steps.failsPerSecond()).isGreaterThan(capacity).isLessThan(steps.holdsPerSecond() * 1.27);
    }

    private static List<Double> ramp(CapacitySteps steps, double capacity) {
        List<Double> tried = new ArrayList<>();
        while (steps.ramp().isPresent()) {
            double rate = steps.ramp().getAsDouble();
            tried.add(rate);
            steps.tried(step(rate, false, rate <= capacity));
        }
        return tried;
    }

    private static Step step(double rate, boolean confirming, boolean holds) {
        return new Step(rate, confirming, 2, holds ? 2 : 0, 5_000_000, holds ? "" : "p99 12.0 ms (bound 10)");
    }
}
