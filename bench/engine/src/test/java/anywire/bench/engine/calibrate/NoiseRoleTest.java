package anywire.bench.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.engine.calibrate.NoiseRole.Burn;
import anywire.bench.engine.calibrate.NoiseRole.Prepare;
import anywire.host.Cores;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No figure of it is asserted that a clock gave: only whether something was burnt. */
class NoiseRoleTest {
    private static final long MILLI = 1_000_000;

    private final NoiseRole role = new NoiseRole();
    private final int core = Cores.allowed().get(0);

    @Test
    void burns_what_it_was_asked_for_and_nothing_after_it_was_stopped() throws Exception {
        var unused = role.prepare(new Prepare(List.of(core)));
        var unusedBegun = role.burn(new Burn(List.of(core), false, MILLI, 0, 0, 1));
        long burnt = burnt();
        assertThat(burnt).isPositive();
        assertThat(role.stop().nanos()).isZero();
        assertThat(role.stop().nanos()).isZero();
    }

    @Test
    void what_has_not_begun_when_it_is_stopped_burns_nothing() throws Exception {
        var unused = role.prepare(new Prepare(List.of(core)));
        var unusedBegun = role.burn(new Burn(List.of(core), true, MILLI, 0, 3_600_000 * MILLI, 1));
        assertThat(role.stop().nanos()).isZero();
    }

    @Test
    void only_cores_that_were_prepared_are_burnt_on() throws Exception {
        var unused = role.prepare(new Prepare(List.of(core)));
        assertThatThrownBy(() -> role.burn(new Burn(List.of(core + 1), false, MILLI, 0, 0, 1)))
                .hasMessage("no thread was prepared for core " + (core + 1));
    }

    /** A burst may not have come to its turn yet when it is stopped: then it is asked for again. */
    private long burnt() throws InterruptedException {
        long burnt = role.stop().nanos();
        while (burnt == 0) {
            var unusedBegun = role.burn(new Burn(List.of(core), false, MILLI, 0, 0, 1));
            burnt = role.stop().nanos();
        }
        return burnt;
    }
}
