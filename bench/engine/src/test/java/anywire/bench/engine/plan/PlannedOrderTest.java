package anywire.bench.engine.plan;

import static anywire.bench.engine.plan.ThreeRows.ALL;
import static anywire.bench.engine.plan.ThreeRows.THREE;
import static anywire.bench.engine.plan.ThreeRows.suite;
import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Row;
import anywire.bench.model.Suite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** In which order windows are measured. */
class PlannedOrderTest {
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
}
