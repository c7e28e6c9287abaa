package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignFlipTest {
    @Test
    void all_on_one_side_is_as_rare_as_all_coins_alike() {
        assertThat(SignFlip.p(List.of(0.1, 0.2, 0.15, 0.3, 0.12, 0.09), 1)).isEqualTo(2.0 / 64);
    }

    @Test
    void counts_by_hand() {
        // |±1 ±2 ±3 ±1| reaches 5 in 3 ways on each side: 7, 5, 5.
        assertThat(SignFlip.p(List.of(1.0, 2.0, 3.0, -1.0), 1)).isEqualTo(6.0 / 16);
    }

    @Test
    void counts_as_an_enumeration_elsewhere_does() {
        assertThat(SignFlip.p(List.of(0.2, 0.05, -0.03, 0.12, 0.08, 0.15, -0.01), 1))
                .isEqualTo(8 / 128.0);
    }

    @Test
    void many_generations_are_drawn_instead_and_the_seed_decides() {
        List<Double> clear = Collections.nCopies(20, 0.1);
        assertThat(SignFlip.p(clear, 5)).isLessThan(0.001).isGreaterThan(0);
        List<Double> tie = List.of(.1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1);
        assertThat(SignFlip.p(tie, 5)).isEqualTo(SignFlip.p(tie, 5)).isEqualTo(1);
    }
}
