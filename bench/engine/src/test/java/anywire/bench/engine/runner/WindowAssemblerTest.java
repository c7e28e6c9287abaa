package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowAssemblerTest {
    @Test
    void the_last_window_of_a_long_generation_is_none_of_the_next() {
        assertThat(WindowAssembler.id(1, 1_000_000)).isLessThan(WindowAssembler.id(2, 0));
        assertThat(WindowAssembler.id(1, 0)).isPositive().isLessThan(WindowAssembler.id(1, 1));
    }
}
