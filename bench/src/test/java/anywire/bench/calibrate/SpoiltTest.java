package anywire.bench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.SampleRun;
import anywire.bench.run.Window;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpoiltTest {
    private static final Window GOOD =
            SampleRun.threeTransports().run().generations().get(0).windows().get(0);
    private static final Window LOADED = GOOD.doubted(List.of(new Flaw("stray-load", Blame.MACHINE, "a build ran")));
    private static final Window LATE = GOOD.doubted(List.of(new Flaw("send-lag", Blame.HARNESS, "it sent late")));

    private final Spoilt spoilt = new Spoilt("known delay", 2);

    @Test
    void what_the_machine_spoilt_is_measured_again_and_what_the_harness_spoilt_is_not() {
        assertThat(spoilt.again(GOOD, GOOD)).isFalse();
        assertThat(spoilt.again(GOOD, LATE)).isFalse();
        assertThat(spoilt.again(GOOD, LOADED)).isTrue();
        assertThat(spoilt.row().measured()).isEqualTo(1);
        assertThat(spoilt.row().what()).isEqualTo("spoilt by the machine, of 3");
        assertThat(spoilt.row().note()).isEqualTo("stray-load 1; measured again");
    }

    @Test
    void what_else_was_seen_of_the_machine_counts_too() {
        assertThat(spoilt.again(Set.of("a late responder"), GOOD)).isTrue();
        assertThat(spoilt.row().note()).isEqualTo("a late responder 1; measured again");
    }

    @Test
    void on_a_machine_that_is_never_quiet_it_comes_to_an_end_and_says_so() {
        assertThat(spoilt.again(LOADED)).isTrue();
        assertThat(spoilt.again(LOADED)).isTrue();
        assertThat(spoilt.again(LOADED)).isFalse();
        assertThat(spoilt.row().note())
                .isEqualTo("stray-load 3; 1 of them were too many to measure again, and stayed in");
        assertThat(spoilt.row().judged()).isFalse();
    }

    @Test
    void of_a_quiet_machine_there_is_nothing_to_say() {
        assertThat(spoilt.again(GOOD)).isFalse();
        assertThat(spoilt.row().note()).isEmpty();
    }
}
