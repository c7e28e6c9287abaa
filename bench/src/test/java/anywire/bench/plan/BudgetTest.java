package anywire.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.plan.Budget.Fitted;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.bench.run.Suite;
import anywire.bench.run.Suite.GraphChoice;
import anywire.bench.run.Suite.Layout;
import anywire.transport.Operation.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Map<String, Abilities> KINDS = Map.of(
            "a", new Abilities(EnumSet.allOf(Kind.class), true), "b", new Abilities(EnumSet.allOf(Kind.class), true));
    /** Of two transports and four scenarios: starts and warm-ups 22 s, 16 windows of 950 ms. */
    private static final double BLOCK_SECONDS = 37.2;

    private final Suite suite = suite("authenticate", "extra1", "post", "extra2");

    @Test
    void a_pilot_has_five_generations_of_all_that_fits() {
        Fitted pilot = budget(60).pilot(suite);

        assertThat(pilot.plan().generations()).hasSize(5);
        assertThat(pilot.dropped()).isEmpty();
    }

    @Test
    void what_is_not_primary_goes_first_and_the_first_primary_never() {
        assertThat(budget(2.9).pilot(suite).dropped()).containsExactly("capacity", "extra2");
        assertThat(budget(2.2).pilot(suite).dropped()).containsExactly("capacity", "extra2", "extra1", "post");
        assertThatThrownBy(() -> budget(1).pilot(suite))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageStartingWith("--budget 1m is too short: 5 generations of authenticate alone take about ");
    }

    @Test
    void the_run_has_as_many_generations_as_are_needed_if_there_is_room() {
        Budget budget = budget(60);
        Fitted pilot = budget.pilot(suite);
        Fitted whole = budget.whole(pilot, 12, seconds(5 * BLOCK_SECONDS));

        assertThat(whole.plan().generations()).hasSize(12);
        assertThat(whole.plan().generations().subList(0, 5)).isEqualTo(pilot.plan().generations());
        assertThat(whole.dropped()).isEqualTo(pilot.dropped());
    }

    @Test
    void generations_that_took_longer_than_planned_leave_room_for_fewer() {
        Budget budget = budget(10);
        Fitted pilot = budget.pilot(suite);
        int asPlanned = budget.whole(pilot, 100, seconds(5 * BLOCK_SECONDS))
                .plan()
                .generations()
                .size();
        int slower = budget.whole(pilot, 100, seconds(8 * BLOCK_SECONDS))
                .plan()
                .generations()
                .size();

        assertThat(slower).isLessThan(asPlanned).isGreaterThanOrEqualTo(5);
    }

    @Test
    void later_generations_leave_out_what_there_is_no_room_for() {
        Budget budget = budget(10);
        Fitted whole = budget.whole(budget.pilot(suite), 100, seconds(5 * BLOCK_SECONDS));

        assertThat(whole.dropped()).containsExactly("capacity", "extra2", "extra1", "post");
        assertThat(whole.plan().suite().scenarios()).hasSize(4);
        assertThat(budget.pilot(suite).plan().generations().get(4).windows())
                .extracting(w -> w.scenario())
                .contains("post");
        assertThat(whole.plan().generations().get(5).windows())
                .extracting(w -> w.scenario())
                .containsOnly("authenticate");
    }

    private static Budget budget(double minutes) {
        return new Budget(KINDS, Duration.ofMillis((long) (minutes * 60_000)));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    private static Suite suite(String... names) {
        return new Suite(
                "mine",
                "",
                List.of(Row.parse("a"), Row.parse("b")),
                "a",
                "b",
                Layout.CROSS,
                20,
                2,
                Duration.ofMillis(600),
                0.05,
                30_000,
                Duration.ofSeconds(7),
                Duration.ofSeconds(2),
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of(),
                Arrays.stream(names)
                        .map(n -> new Scenario(
                                n, "authenticate", "binary", new Load(Loop.POISSON, 100, 0), !n.startsWith("extra")))
                        .toList(),
                List.of(),
                "authenticate");
    }
}
