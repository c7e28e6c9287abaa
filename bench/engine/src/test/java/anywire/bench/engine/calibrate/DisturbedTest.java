package anywire.bench.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Window;
import anywire.bench.samples.SampleWindow;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisturbedTest {
    private static final Window GOOD = SampleWindow.over("tcp").window();
    private static final Window LOADED = SampleWindow.over("tcp").strays(0.3).window();

    private final Disturbed disturbed = new Disturbed("known delay", 2);

    @Test
    void what_the_machine_disturbed_is_measured_again() {
        assertThat(disturbed.again(GOOD, GOOD)).isFalse();
        assertThat(disturbed.again(GOOD, LOADED)).isTrue();
        assertThat(disturbed.row().measured()).isEqualTo(1);
        assertThat(disturbed.row().what()).isEqualTo("disturbed by the machine, of 2");
        assertThat(disturbed.row().note()).isEqualTo("other processes 1; measured again");
    }

    @Test
    void an_attempt_of_several_windows_counts_once() {
        assertThat(disturbed.again(LOADED, LOADED)).isTrue();
        assertThat(disturbed.row().note()).isEqualTo("other processes 1; measured again");
    }

    @Test
    void what_else_was_seen_of_the_machine_counts_too() {
        assertThat(disturbed.again(Set.of("a late responder"), GOOD)).isTrue();
        assertThat(disturbed.row().note()).isEqualTo("a late responder 1; measured again");
    }

    @Test
    void on_a_machine_that_is_never_quiet_it_comes_to_an_end_and_says_so() {
        assertThat(disturbed.again(LOADED)).isTrue();
        assertThat(disturbed.again(LOADED)).isTrue();
        assertThat(disturbed.again(LOADED)).isFalse();
        assertThat(disturbed.row().note())
                .isEqualTo("other processes 3; 1 of them were too many to measure again, and stayed in");
        assertThat(disturbed.row().judged()).isFalse();
    }

    @Test
    void of_a_quiet_machine_there_is_nothing_to_say() {
        assertThat(disturbed.again(GOOD)).isFalse();
        assertThat(disturbed.row().note()).isEmpty();
    }
}
