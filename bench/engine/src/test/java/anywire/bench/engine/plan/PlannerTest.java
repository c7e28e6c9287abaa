package anywire.bench.engine.plan;

import static anywire.bench.engine.plan.ThreeRows.ALL;
import static anywire.bench.engine.plan.ThreeRows.THREE;
import static anywire.bench.engine.plan.ThreeRows.suite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Action;
import anywire.bench.model.Network;
import anywire.bench.model.Plan;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Suite;
import anywire.transport.Operation.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Load LOAD = new Load(Loop.POISSON, 100, 0);

    @Test
    void a_cell_that_a_transport_lacks_is_left_out_and_named() {
        Plan plan = Planner.plan(suite(1, 2), Map.of("a", ALL, "b", ALL, "c", new Abilities(Set.of(Kind.CALL), true)));

        assertThat(plan.notApplicable()).containsExactly("c: two needs event and push");
        assertThat(plan.generations().get(0).windows())
                .noneMatch(w -> w.scenario().equals("two") && w.target().equals("c"));
        assertThat(plan.generations().get(0).order()).contains("c");
    }

    @Test
    void a_transport_that_can_do_nothing_of_it_is_refused() {
        assertThatThrownBy(() -> Planner.plan(
                        suite(1, 2), Map.of("a", ALL, "b", ALL, "c", new Abilities(Set.of(Kind.PUSH), true))))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage("c can do nothing of what mine asks: c: one needs call; c: two needs call and event");
    }

    @Test
    void a_mixture_of_codecs_is_refused() {
        Scenario json = new Scenario("three", Action.AUTHENTICATE, "json", new Load(Loop.CLOSED, 0, 1), false);
        Suite suite = suite(1, 2);
        Suite mixed = suite.scenarios(List.of(suite.scenarios().get(0), json));

        assertThatThrownBy(() -> Planner.plan(mixed, THREE))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage(
                        "one run has one codec, not binary and json: measure them in runs of their own, with --scenario");
    }

    @Test
    void what_goes_over_a_network_that_loses_packets_is_left_out_where_none_can_be_had() {
        Scenario far = new Scenario("far", Action.AUTHENTICATE, "binary", LOAD, 0, Network.WAN, false);
        Suite suite = suite(1, 2);
        Suite wider = suite.scenarios(
                Stream.concat(suite.scenarios().stream(), Stream.of(far)).toList());

        Plan plan = planned(wider, () -> Optional.of("there is no unshare"));

        assertThat(plan.suite()).isEqualTo(suite);
        assertThat(plan.notApplicable())
                .containsExactly(
                        "far: not measurable here, since a network that loses packets takes a network namespace"
                                + " and a TUN device: there is no unshare");
        assertThat(planned(wider, Optional::empty).suite()).isEqualTo(wider);
        assertThatThrownBy(() -> planned(suite.scenarios(List.of(far)), () -> Optional.of("there is no unshare")))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageStartingWith("far: not measurable here");
    }

    private static Plan planned(Suite suite, Supplier<Optional<String>> obstacle) {
        return Planner.of(suite, THREE, 0, KnownSpreads.prior(), obstacle).first();
    }

    @Test
    void the_estimate_counts_generations_and_rounds_by_what_they_cost() {
        Planner planner = Planner.of(suite(3, 4), THREE, 0, KnownSpreads.prior());

        assertThat(planner.settled(new Costs(50, 8)).estimate()).isEqualTo(Duration.ofSeconds(3 * (50 + 4 * 8)));
    }

    @Test
    void the_estimate_before_anything_was_measured_is_of_the_suite_s_own_times() {
        Plan plan = Planner.plan(suite(3, 4), THREE);
        Costs costs = plan.schedule().costs();

        // Six windows of 0.6 s and half a floor, each with what is between.
        assertThat(costs.roundSeconds()).isCloseTo(7 * 0.95, within(0.001));
        assertThat(costs.generationSeconds()).isGreaterThan(3 * 4.5);
        assertThat(plan.estimate()).isEqualTo(TimeEstimate.of(plan.suite(), costs, 3, 4));
    }

    @Property(tries = 100)
    void settled_anew_the_first_generation_is_the_same_but_for_how_many_rounds_it_has(
            @ForAll @IntRange(min = 10, max = 60) int generationSeconds,
            @ForAll @IntRange(min = 1, max = 20) int roundSeconds) {
        Planner planner = Planner.of(suite(0, 0), THREE, 0, KnownSpreads.prior());
        PlannedGeneration before = planner.first().generations().get(0);
        Plan settled = planner.settled(new Costs(generationSeconds, roundSeconds));
        PlannedGeneration after = settled.generations().get(0);

        assertThat(after.order()).isEqualTo(before.order());
        assertThat(after.seed()).isEqualTo(before.seed());
        int common = Math.min(before.windows().size(), after.windows().size());
        assertThat(after.windows().subList(0, common))
                .isEqualTo(before.windows().subList(0, common));
        assertThat(settled.generations())
                .hasSize(settled.schedule().generations())
                .allSatisfy(g -> assertThat(
                                g.windows().stream().map(PlannedWindow::round).distinct())
                        .hasSize(settled.schedule().rounds()));
    }

    @Test
    void a_budget_that_is_too_short_is_refused_in_one_line_that_says_what_would_do() {
        Suite hurried = suite(0, 0).within(Duration.ofSeconds(20));

        assertThatThrownBy(() -> Planner.plan(hurried, THREE))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageMatching("a budget of 20s is too short for one generation of mine: it takes about \\S+;"
                        + " give a longer --budget, or fewer --transports or --scenario");
        assertThat(Planner.plan(suite(1, 1).times(1, 1), THREE).generations()).hasSize(1);
    }

    @Test
    void the_least_budget_that_is_named_does() {
        Suite hurried = suite(0, 0).within(Duration.ofSeconds(20));
        Costs costs = TimeEstimate.costs(hurried, 7);
        Plan plan = Planner.plan(hurried.within(Scheduler.least(costs)), THREE);

        assertThat(plan.generations()).hasSize(1);
        assertThat(plan.schedule().rounds()).isEqualTo(Scheduler.MIN_ROUNDS);
        assertThat(plan.estimate()).isLessThanOrEqualTo(Scheduler.least(costs));
    }
}
