package anywire.bench.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.calibrate.NoisePasses.Turn;
import anywire.bench.model.NoiseRound.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoisePassesTest {
    private final List<List<Turn>> passes = NoisePasses.of(List.of(1.0, 2.0, 5.0), 6, 141);

    @Test
    void each_dose_has_its_turn_once_a_pass_in_one_row_in_all_and_undisturbed() {
        assertThat(passes).hasSize(6);
        for (List<Turn> pass : passes) {
            assertThat(pass).hasSize(9).doesNotHaveDuplicates();
            assertThat(pass).filteredOn(turn -> turn.place() == Place.NOWHERE).hasSize(3);
        }
    }

    @Test
    void every_second_pass_is_the_mirror_of_the_one_before() {
        for (int i = 0; i < passes.size(); i += 2) {
            List<Turn> mirror = new ArrayList<>(passes.get(i + 1));
            Collections.reverse(mirror);
            assertThat(mirror).isEqualTo(passes.get(i));
        }
        assertThat(passes.get(2)).isNotEqualTo(passes.get(0));
    }

    @Test
    void the_seed_decides_the_order() {
        assertThat(NoisePasses.of(List.of(1.0, 2.0, 5.0), 6, 141)).isEqualTo(passes);
        assertThat(NoisePasses.of(List.of(1.0, 2.0, 5.0), 6, 142)).isNotEqualTo(passes);
    }

    @Test
    void rows_of_a_round_are_mirrored_too() {
        List<String> rows = List.of("a", "b", "c");
        assertThat(NoiseRows.order(rows, 0)).containsExactly("a", "b", "c");
        assertThat(NoiseRows.order(rows, 1)).containsExactly("c", "b", "a");
        assertThat(NoiseRows.order(rows, 2)).containsExactly("b", "c", "a");
        assertThat(NoiseRows.order(rows, 3)).containsExactly("a", "c", "b");
    }
}
