package anywire.bench.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.FlightLog;
import anywire.bench.model.FlightLog.Outcome;
import anywire.bench.model.Steadiness;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class WindowSummaryTest {
    private static final long DEADLINE = 2_000_000_000;

    @Test
    void latency_counts_from_the_intended_start_and_beside_it_from_the_send() {
        FlightLog log = new FlightLog(1);
        log.sent(0, 1_000_000, 3_000_000);
        log.done(0, 4_000_000, Outcome.RIGHT);
        log.sendingOver(1);
        WindowSummary summary = WindowSummary.of(log, DEADLINE, 9_000_000);
        assertThat(summary.intended().getMaxValue()).isCloseTo(3_000_000, Percentage.withPercentage(0.1));
        assertThat(summary.actual().getMaxValue()).isCloseTo(1_000_000, Percentage.withPercentage(0.1));
        assertThat(summary.sendLag().getMaxValue()).isCloseTo(2_000_000, Percentage.withPercentage(0.1));
    }

    @Test
    void what_failed_soon_counts_as_if_it_had_taken_its_whole_time() {
        FlightLog log = new FlightLog(2);
        log.sent(0, 0, 0);
        log.done(0, 5_000, Outcome.FAILED);
        log.sent(1, 0, 0);
        log.done(1, DEADLINE + 7_000_000, Outcome.TIMED_OUT);
        log.sendingOver(2);
        WindowSummary summary = WindowSummary.of(log, DEADLINE, DEADLINE * 2);
        assertThat(summary.intended().getMinValue()).isCloseTo(DEADLINE, Percentage.withPercentage(0.1));
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.timedOut()).isEqualTo(1);
    }

    @Test
    void what_never_came_back_does_not_vanish() {
        FlightLog log = new FlightLog(3);
        for (int i = 0; i < 3; i++) {
            log.sent(i, i, i);
        }
        log.done(1, 1_000, Outcome.RIGHT);
        log.sendingOver(3);
        WindowSummary summary = WindowSummary.of(log, DEADLINE, 3 * DEADLINE);
        assertThat(summary.intended().getTotalCount()).isEqualTo(3);
        assertThat(summary.unanswered()).isEqualTo(2);
        assertThat(summary.right()).isEqualTo(1);
        assertThat(summary.intended().getMaxValue()).isCloseTo(3 * DEADLINE, Percentage.withPercentage(0.1));
    }

    @Test
    void a_window_that_slows_down_shows_it_in_its_thirds() {
        FlightLog log = new FlightLog(300);
        for (int i = 0; i < 300; i++) {
            log.sent(i, i * 1_000L, i * 1_000L);
            log.done(i, i * 1_000L + 100_000 + i, Outcome.RIGHT);
        }
        log.sendingOver(300);
        Steadiness steadiness = WindowSummary.of(log, DEADLINE, DEADLINE).steadiness();
        assertThat(steadiness).isEqualTo(new Steadiness(100_049, 100_249));
    }

    @Test
    void what_never_came_back_counts_in_its_third() {
        FlightLog log = new FlightLog(30);
        for (int i = 0; i < 30; i++) {
            log.sent(i, 0, 0);
            if (i < 20) {
                log.done(i, 5_000, Outcome.RIGHT);
            }
        }
        log.sendingOver(30);
        assertThat(WindowSummary.of(log, DEADLINE, 3 * DEADLINE).steadiness())
                .isEqualTo(new Steadiness(5_000, 3 * DEADLINE));
    }

    @Test
    void of_a_handful_of_actions_nobody_knows_whether_they_are_steady() {
        FlightLog log = new FlightLog(20);
        log.sendingOver(20);
        assertThat(WindowSummary.of(log, DEADLINE, DEADLINE).steadiness().known())
                .isFalse();
    }

    @Test
    void histograms_survive_the_way_between_processes() {
        FlightLog log = new FlightLog(1000);
        for (int i = 0; i < 1000; i++) {
            log.sent(i, 0, 0);
            log.done(i, i * 1_000L, Outcome.RIGHT);
        }
        log.sendingOver(1000);
        WindowSummary summary = WindowSummary.of(log, DEADLINE, DEADLINE);
        assertThat(HistogramBytes.histogram(HistogramBytes.of(summary.intended())))
                .isEqualTo(summary.intended());
        assertThat(summary.intended().getMean()).isCloseTo(499_500, within(500.0));
    }
}
