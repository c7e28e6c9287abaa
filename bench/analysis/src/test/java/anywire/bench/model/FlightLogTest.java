package anywire.bench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import anywire.bench.model.FlightLog.Outcome;
import org.junit.jupiter.api.Test;

class FlightLogTest {
    private final FlightLog log = new FlightLog(3);

    @Test
    void is_empty_again_for_the_next_window() {
        log.sent(0, 1, 2);
        log.done(0, 3, Outcome.WRONG);
        log.sendingOver(1);

        log.reset();
        log.sent(0, 11, 12);
        log.sendingOver(1);

        assertThat(log.started()).isEqualTo(1);
        assertThat(log.finished()).isZero();
        assertThat(log.outcome(0)).isEqualTo(Outcome.OPEN);
        assertThat(log.intendedNanos(0)).isEqualTo(11);
    }

    @Test
    void is_not_emptied_under_a_call_that_is_still_open() {
        log.sent(0, 1, 2);
        log.sendingOver(1);

        assertThatIllegalStateException().isThrownBy(log::reset).withMessage("0 of 1 are over");
    }
}
