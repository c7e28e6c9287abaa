package anywire.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.run.Network;
import anywire.bench.run.Plan;
import anywire.bench.run.Plan.PlannedGeneration;
import anywire.bench.run.Plan.PlannedWindow;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.bench.run.Schedule.Costs;
import anywire.bench.run.Suite;
import anywire.bench.run.Suite.GraphChoice;
import anywire.bench.run.Suite.Layout;
import anywire.transport.Operation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Abilities ALL = new Abilities(EnumSet.allOf(Kind.class), true);
    private static final Load LOAD = new Load(Loop.POISSON, 100, 0);
    private static final Map<String, Abilities> THREE = Map.of("a", ALL, "b", ALL, "c", ALL);

    @Test
    void a_round_takes_each_scenario_through_all_rows_and_the_next_one_back() {
        PlannedGeneration generation =
                Planner.plan(suite(1, 2), THREE).generations().get(0);
        List<String> there = generation.order();

        List<PlannedWindow> expected = new ArrayList<>();
        expected.add(new PlannedWindow(1, "", "socket"));
        for (String scenario : List.of("one", "two")) {
            there.forEach(t -> expected.add(new PlannedWindow(1, scenario, t)));
        }
        for (String scenario : List.of("one", "two")) {
            reversed(there).forEach(t -> expected.add(new PlannedWindow(2, scenario, t)));
        }
        assertThat(generation.windows()).isEqualTo(expected);
    }

    @Test
    void every_cell_is_measured_once_a_round_and_a_floor_before_every_second() {
        PlannedGeneration generation =
                Planner.plan(suite(1, 5), THREE).generations().get(0);

        for (int round = 1; round <= 5; round++) {
            int its = round;
            for (String scenario : List.of("one", "two")) {
                for (String row : THREE.keySet()) {
                    assertThat(generation.windows())
                            .filteredOn(w -> w.equals(new PlannedWindow(its, scenario, row)))
                            .hasSize(1);
                }
            }
        }
        assertThat(generation.windows())
                .filteredOn(PlannedWindow::isFloor)
                .extracting(PlannedWindow::round)
                .containsExactly(1, 3, 5);
    }

    @Test
    void rounds_are_numbered_through_the_whole_run() {
        List<PlannedGeneration> generations = Planner.plan(suite(3, 4), THREE).generations();

        assertThat(generations.stream()
                        .flatMap(g -> g.windows().stream())
                        .map(PlannedWindow::round)
                        .distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void the_second_pair_takes_the_scenarios_the_other_way_round() {
        List<PlannedWindow> windows =
                Planner.plan(suite(1, 4), THREE).generations().get(0).windows();

        assertThat(scenarios(windows, 1)).containsExactly("one", "two");
        assertThat(scenarios(windows, 2)).containsExactly("one", "two");
        assertThat(scenarios(windows, 3)).containsExactly("two", "one");
        assertThat(scenarios(windows, 4)).containsExactly("two", "one");
    }

    private static List<String> scenarios(List<PlannedWindow> windows, int round) {
        return windows.stream()
                .filter(w -> w.round() == round && !w.isFloor())
                .map(PlannedWindow::scenario)
                .distinct()
                .toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> back = new ArrayList<>(list);
        Collections.reverse(back);
        return back;
    }

    @Test
    void in_as_many_generations_as_there_are_transports_each_takes_each_place_once() {
        List<PlannedGeneration> generations = Planner.plan(suite(6, 2), THREE).generations();

        for (List<PlannedGeneration> square : List.of(generations.subList(0, 3), generations.subList(3, 6))) {
            for (int place = 0; place < 3; place++) {
                int at = place;
                assertThat(square)
                        .extracting(generation -> generation.order().get(at))
                        .containsExactlyInAnyOrder("a", "b", "c");
            }
        }
    }

    @Test
    void the_seed_decides_the_orders() {
        assertThat(Planner.plan(suite(20, 2), THREE)).isEqualTo(Planner.plan(suite(20, 2), THREE));
        assertThat(Planner.plan(suite(20, 2), THREE).generations().stream()
                        .map(PlannedGeneration::order)
                        .distinct())
                .hasSizeGreaterThan(3);
    }

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
        Scenario json = new Scenario("three", "authenticate", "json", new Load(Loop.CLOSED, 0, 1), false);
        Suite suite = suite(1, 2);
        Suite mixed = suite.scenarios(List.of(suite.scenarios().get(0), json));

        assertThatThrownBy(() -> Planner.plan(mixed, THREE))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage(
                        "one run has one codec, not binary and json: measure them in runs of their own, with --scenario");
    }

    @Test
    void what_goes_over_a_network_that_loses_packets_is_left_out_where_none_can_be_had() {
        Scenario far = new Scenario("far", "authenticate", "binary", LOAD, 0, Network.WAN, false);
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
        assertThat(costs.roundSeconds()).isCloseTo(7 * 1.0, within(0.001));
        assertThat(costs.generationSeconds()).isGreaterThan(3 * 4.5);
        assertThat(plan.estimate()).isEqualTo(Estimate.of(plan.suite(), costs, 3, 4));
    }

    @Property(tries = 100)
    void every_second_round_is_the_mirror_of_the_one_before(
            @ForAll @IntRange(min = 1, max = 6) int rows, @ForAll @IntRange(min = 2, max = 13) int rounds) {
        List<String> names = IntStream.range(0, rows).mapToObj(i -> "t" + i).toList();
        Suite suite = suite(2, rounds).rows(names.stream().map(Row::parse).toList());
        Map<String, Abilities> all = names.stream().collect(Collectors.toMap(name -> name, name -> ALL));
        for (PlannedGeneration generation : Planner.plan(suite, all).generations()) {
            int first = generation.windows().get(0).round();
            for (int round = first; round + 1 < first + rounds; round += 2) {
                for (String scenario : List.of("one", "two")) {
                    List<String> there = rows(generation, round, scenario);
                    assertThat(there).containsExactlyInAnyOrderElementsOf(names);
                    assertThat(rows(generation, round + 1, scenario)).isEqualTo(reversed(there));
                }
            }
        }
    }

    @Test
    void within_a_generation_each_row_takes_each_place() {
        PlannedGeneration generation =
                Planner.plan(suite(1, 6), THREE).generations().get(0);
        for (int place = 0; place < 3; place++) {
            int at = place;
            assertThat(Stream.of(1, 3, 5)
                            .map(round -> rows(generation, round, "one").get(at)))
                    .containsExactlyInAnyOrder("a", "b", "c");
            assertThat(Stream.of(2, 4, 6)
                            .map(round -> rows(generation, round, "two").get(at)))
                    .containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    private static List<String> rows(PlannedGeneration generation, int round, String scenario) {
        return generation.windows().stream()
                .filter(w -> w.round() == round && w.scenario().equals(scenario))
                .map(PlannedWindow::target)
                .toList();
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
        Costs costs = Estimate.costs(hurried, 7);
        Plan plan = Planner.plan(hurried.within(Scheduler.least(costs)), THREE);

        assertThat(plan.generations()).hasSize(1);
        assertThat(plan.schedule().rounds()).isEqualTo(Scheduler.MIN_ROUNDS);
        assertThat(plan.estimate()).isLessThanOrEqualTo(Scheduler.least(costs));
    }

    private static Suite suite(int generations, int rounds) {
        return new Suite(
                "mine",
                "",
                Stream.of("a", "b", "c").map(Row::parse).toList(),
                "a",
                "b",
                Layout.CROSS,
                Duration.ofMinutes(10),
                generations,
                rounds,
                Duration.ofMillis(600),
                0.05,
                Duration.ofSeconds(7),
                Duration.ofSeconds(2),
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of("socket"),
                List.of(
                        new Scenario("one", "authenticate", "binary", new Load(Loop.POISSON, 1_000, 0), true),
                        new Scenario("two", "post-until-heard", "binary", new Load(Loop.POISSON, 50, 0), true)),
                List.of(),
                "");
    }
}
