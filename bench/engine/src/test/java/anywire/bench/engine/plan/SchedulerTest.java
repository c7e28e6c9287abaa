package anywire.bench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Action;
import anywire.bench.model.Network;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Schedule;
import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Spread;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final Load LOAD = new Load(Loop.POISSON, 400, 0);
    private static final Scenario NEAR = new Scenario("near", Action.AUTHENTICATE, "binary", LOAD, true);
    private static final Scenario FAR = new Scenario("far", Action.AUTHENTICATE, "binary", LOAD, 0, Network.ZONE, true);
    /** As of five rows and three scenarios on two cores. */
    private static final Costs QUICK = new Costs(98, 13);

    private static final double B = KnownSpreads.prior().of(Spread.LOOPBACK).betweenSdLog();
    private static final double W = KnownSpreads.prior().of(Spread.LOOPBACK).withinSdLog();

    @Test
    void quick_has_two_generations_and_as_many_rounds_as_then_fit() {
        Schedule schedule = free(Duration.ofMinutes(7), QUICK);
        assertThat(schedule.generations()).isEqualTo(2);
        // (420 s x 0.97 / 2 - 98 s) / 13 s
        assertThat(schedule.rounds()).isEqualTo(8);
        assertThat(schedule.costs()).isEqualTo(QUICK);
        assertThat(schedule.budget()).isEqualTo(Duration.ofMinutes(7));
        assertThat(schedule.precisionAsked()).isFalse();
    }

    @Property(tries = 500)
    void what_is_free_fits_the_budget(
            @ForAll @IntRange(min = 60, max = 7_200) int seconds,
            @ForAll @DoubleRange(min = 5, max = 250) double generation,
            @ForAll @DoubleRange(min = 0.5, max = 60) double round) {
        Costs costs = new Costs(generation, round);
        Schedule schedule = free(Duration.ofSeconds(seconds), costs);
        assertThat(schedule.generations()).isBetween(1, Scheduler.MAX_GENERATIONS);
        assertThat(schedule.rounds()).isBetween(1, Scheduler.MAX_ROUNDS);
        if (Duration.ofSeconds(seconds).compareTo(Scheduler.least(costs)) >= 0) {
            assertThat(taken(schedule)).isLessThanOrEqualTo(seconds);
            assertThat(schedule.rounds()).isGreaterThanOrEqualTo(Scheduler.MIN_ROUNDS);
        }
    }

    @Property(tries = 500)
    void a_longer_budget_never_tells_less(
            @ForAll @IntRange(min = 60, max = 7_200) int seconds,
            @ForAll @IntRange(min = 0, max = 1_800) int more,
            @ForAll @DoubleRange(min = 5, max = 250) double generation,
            @ForAll @DoubleRange(min = 0.5, max = 60) double round) {
        Costs costs = new Costs(generation, round);
        Schedule some = free(Duration.ofSeconds(seconds), costs);
        Schedule longer = free(Duration.ofSeconds(seconds + more), costs);
        if (longer.generations() == some.generations()) {
            assertThat(longer.rounds()).isGreaterThanOrEqualTo(some.rounds());
        }
        if (some.generations() > 1) {
            assertThat(variance(longer)).isLessThanOrEqualTo(variance(some) + 1e-12);
        }
    }

    @Test
    void a_budget_of_few_generations_is_cut_where_the_variance_is_least() {
        // Three of 3 rounds are worth more than two of 9, which the formula for large budgets would have.
        Schedule three = free(Duration.ofSeconds(400), new Costs(90, 12));
        assertThat(three.generations()).isEqualTo(3);
        assertThat(three.rounds()).isEqualTo(3);
        // A second that is missing costs the third.
        assertThat(free(Duration.ofSeconds(388), new Costs(90, 12)).generations())
                .isEqualTo(2);
    }

    @Test
    void where_rounds_cost_next_to_nothing_a_generation_has_many() {
        Schedule schedule = free(Duration.ofMinutes(20), new Costs(100, 1));
        assertThat(schedule.rounds()).isGreaterThan(10);
        assertThat(schedule.rounds()).isLessThanOrEqualTo(Scheduler.MAX_ROUNDS);
    }

    @Test
    void where_generations_hardly_differ_rounds_are_worth_more() {
        Costs costs = new Costs(60, 4);
        Schedule far = schedule(suite(Duration.ofMinutes(20), 0, 0, FAR), 0, costs);
        Schedule near = schedule(suite(Duration.ofMinutes(20), 0, 0, NEAR), 0, costs);
        assertThat(far.rounds()).isGreaterThan(near.rounds());
        assertThat(far.generations()).isLessThan(near.generations());
        // Of both, the more restless decides.
        assertThat(schedule(suite(Duration.ofMinutes(20), 0, 0, FAR, NEAR), 0, costs))
                .isEqualTo(near);
    }

    @Test
    void a_precision_that_is_asked_for_takes_no_more_than_it_needs() {
        Costs costs = new Costs(30, 5);
        Schedule wide = schedule(suite(Duration.ofHours(2), 0, 0, NEAR), 0.2, costs);
        Schedule narrow = schedule(suite(Duration.ofHours(2), 0, 0, NEAR), 0.05, costs);
        assertThat(wide.precisionAsked()).isTrue();
        assertThat(wide.generations()).isGreaterThanOrEqualTo(2);
        assertThat(narrow.generations()).isGreaterThan(wide.generations());
        assertThat(taken(wide)).isLessThan(taken(narrow));
        // The half-width by some ten degrees of freedom; one generation fewer would not do.
        assertThat(2.2 * Math.sqrt(variance(narrow))).isLessThanOrEqualTo(Math.log1p(0.05));
        double fewer = B * B / (narrow.generations() - 1) + W * W / ((narrow.generations() - 1) * narrow.rounds());
        assertThat(2.2 * Math.sqrt(fewer)).isGreaterThan(Math.log1p(0.05));
    }

    @Test
    void a_precision_that_the_budget_has_no_room_for_gets_what_there_is() {
        Schedule asked = schedule(suite(Duration.ofMinutes(7), 0, 0, NEAR), 0.01, QUICK);
        assertThat(taken(asked)).isLessThanOrEqualTo(420);
        assertThat(asked.generations())
                .isEqualTo(free(Duration.ofMinutes(7), QUICK).generations());
    }

    @Test
    void fixed_numbers_are_kept_whatever_they_cost() {
        Schedule both = schedule(suite(Duration.ofMinutes(1), 5, 12, NEAR), 0, QUICK);
        assertThat(both.generations()).isEqualTo(5);
        assertThat(both.rounds()).isEqualTo(12);
        Schedule rounds = schedule(suite(Duration.ofMinutes(20), 0, 12, NEAR), 0, QUICK);
        assertThat(rounds.rounds()).isEqualTo(12);
        assertThat(rounds.generations()).isEqualTo((int) (20 * 60 * 0.97 / (98 + 12 * 13)));
        Schedule generations = schedule(suite(Duration.ofMinutes(20), 3, 0, NEAR), 0, QUICK);
        assertThat(generations.generations()).isEqualTo(3);
        assertThat(generations.rounds()).isEqualTo((int) ((20 * 60 * 0.97 / 3 - 98) / 13));
        assertThat(schedule(suite(Duration.ofMinutes(1), 3, 0, NEAR), 0, QUICK).rounds())
                .isEqualTo(Scheduler.MIN_ROUNDS);
    }

    @Test
    void what_else_is_to_be_done_comes_off_the_budget() {
        Suite suite = suite(Duration.ofMinutes(20), 0, 0, NEAR);
        Scheduler scheduler = new Scheduler(suite, 0, KnownSpreads.prior());
        Schedule schedule = scheduler.schedule(QUICK, 13 * 60);
        assertThat(taken(schedule)).isLessThanOrEqualTo(7 * 60);
        assertThat(schedule.generations()).isEqualTo(2);
    }

    @Test
    void the_least_is_one_generation_of_three_rounds() {
        assertThat(Scheduler.least(new Costs(97, 0))).isEqualTo(Duration.ofSeconds(100));
        assertThat(Scheduler.least(QUICK).toSeconds() * 0.97).isCloseTo(98 + 3 * 13, within(1.0));
        Schedule least = free(Scheduler.least(QUICK), QUICK);
        assertThat(least.generations()).isEqualTo(1);
        assertThat(least.rounds()).isEqualTo(Scheduler.MIN_ROUNDS);
    }

    private static double taken(Schedule s) {
        return s.generations()
                * (s.costs().generationSeconds() + s.rounds() * s.costs().roundSeconds());
    }

    /** Of a ratio's mean. */
    private static double variance(Schedule s) {
        return B * B / s.generations() + W * W / (s.generations() * s.rounds());
    }

    private static Schedule free(Duration budget, Costs costs) {
        return schedule(suite(budget, 0, 0, NEAR), 0, costs);
    }

    private static Schedule schedule(Suite suite, double halfWidth, Costs costs) {
        return new Scheduler(suite, halfWidth, KnownSpreads.prior()).schedule(costs, 0);
    }

    private static Suite suite(Duration budget, int generations, int rounds, Scenario... scenarios) {
        return new Suite(
                "mine",
                "",
                Stream.of("a", "b").map(Row::parse).toList(),
                "a",
                "b",
                Layout.CROSS,
                budget,
                generations,
                rounds,
                Duration.ofMillis(600),
                0.05,
                Duration.ofSeconds(7),
                Duration.ofSeconds(2),
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of(),
                List.of(scenarios),
                List.of(),
                "");
    }
}
