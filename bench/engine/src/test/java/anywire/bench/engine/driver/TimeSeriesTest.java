package anywire.bench.engine.driver;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.driver.Protocol.Steps;
import anywire.bench.model.FlightLog;
import anywire.bench.model.FlightLog.Outcome;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {
    @Test
    void counts_add_up_step_by_step_and_medians_are_of_those_that_went_on() {
        FlightLog log = new FlightLog(5);
        sent(log, 0, 10, 30, Outcome.RIGHT);
        sent(log, 1, 20, 140, Outcome.RIGHT);
        sent(log, 2, 110, 150, Outcome.RIGHT);
        sent(log, 3, 120, 260, Outcome.FAILED);
        sent(log, 4, 130, 0, Outcome.OPEN);
        log.sendingOver(5);
        Steps steps = TimeSeries.log(log, 1_000, 100);
        assertThat(steps.startNanos()).isEqualTo(1_000);
        assertThat(steps.sent()).containsExactly(2L, 5L, 5L);
        assertThat(steps.wentOn()).containsExactly(1L, 3L, 3L);
        assertThat(steps.failed()).containsExactly(0L, 0L, 1L);
        assertThat(steps.medianNanos()).containsExactly(20L, 120L, 0L);
    }

    private static void sent(FlightLog log, int number, long at, long done, Outcome how) {
        log.sent(number, 1_000 + at, 1_000 + at);
        if (how != Outcome.OPEN) {
            log.done(number, 1_000 + done, how);
        }
    }
}
