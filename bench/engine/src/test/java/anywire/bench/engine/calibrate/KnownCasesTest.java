package anywire.bench.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.engine.driver.Protocol.Mangle;
import anywire.bench.engine.driver.Protocol.Recorded;
import anywire.bench.engine.load.Delay;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Verdict;
import anywire.bench.model.Histograms;
import anywire.bench.model.Latency;
import anywire.bench.model.Window;
import anywire.bench.samples.SampleWindow;
import anywire.host.CallTally;
import anywire.host.CallTally.Named;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What each case makes of what was measured: both outcomes. */
class KnownCasesTest {
    private static final List<Long> TWO_MILLIS = Collections.nCopies(1_000, 2_000_000L);
    private static final Ranked CONTROL = Ranked.of(Collections.nCopies(1_000, 5_000L));

    @Test
    void a_delay_that_is_measured_as_it_was_holds() {
        assertThat(KnownDelay.rows(Delay.CONSTANT, TWO_MILLIS, CONTROL, measured(2_030_000)))
                .extracting(CalibrationRow::verdict)
                .containsExactly(Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS);
    }

    @Test
    void a_delay_that_is_measured_as_another_is_off_either_way() {
        assertThat(KnownDelay.rows(Delay.CONSTANT, TWO_MILLIS, CONTROL, measured(2_060_000)))
                .allMatch(CalibrationRow::off);
        assertThat(KnownDelay.rows(Delay.CONSTANT, TWO_MILLIS, CONTROL, measured(1_950_000)))
                .allMatch(CalibrationRow::off);
    }

    private static Histogram measured(long nanos) {
        Histogram histogram = Histograms.empty();
        histogram.recordValueWithCount(nanos, 1_000);
        return histogram;
    }

    @Test
    void a_queue_is_held_against_what_follows_from_its_arrivals() {
        // Three at once, served one by one, and a fourth when all are gone.
        Recorded four =
                new Recorded(List.of(0L, 0L, 0L, 9_000_000L), List.of(1_010_000L, 2_010_000L, 3_010_000L, 1_010_000L));
        Latency right = new Latency(4, 1_010_000, 3_010_000, 3_010_000, 3_010_000, 3_010_000, 1_760_000);
        Latency wrong = new Latency(4, 1_010_000, 1_010_000, 1_010_000, 1_010_000, 1_010_000, 1_010_000);
        assertThat(KnownQueue.rows(0.8, actually(right), four)).noneMatch(CalibrationRow::off);
        assertThat(KnownQueue.rows(0.8, actually(wrong), four))
                .filteredOn(CalibrationRow::off)
                .hasSize(3);
    }

    @Test
    void a_queue_whose_own_clock_says_that_it_was_late_is_not_the_truth() {
        List<Long> arrivals = List.of(0L, 0L, 0L, 9_000_000L);
        Recorded onTime = new Recorded(arrivals, List.of(1_010_000L, 2_010_000L, 3_090_000L, 1_010_000L));
        Recorded late = new Recorded(arrivals, List.of(1_010_000L, 2_010_000L, 3_110_000L, 1_010_000L));
        assertThat(KnownQueue.lateness(onTime)).isEmpty();
        assertThat(KnownQueue.lateness(late)).isNotEmpty();
    }

    private static Window actually(Latency latency) {
        return SampleWindow.over("inproc").latency(latency).window();
    }

    @Test
    void a_stall_makes_one_call_in_a_hundred_late_by_all_but_a_hundredth_of_the_window() {
        Duration window = Duration.ofSeconds(10);
        Duration stall = Duration.ofMillis(203);
        assertThat(KnownStall.lateNanos(stall, 0.99, window)).isCloseTo(103e6, within(1.0));
        assertThat(KnownStall.lateNanos(stall, 0.999, window)).isCloseTo(193e6, within(1.0));
        assertThat(KnownStall.lateNanos(stall, 0.5, window)).isZero();
    }

    @Test
    void losses_hold_only_if_exactly_those_are_named() {
        Mangle mangle = new Mangle(List.of(10L), List.of(20L), List.of(30L));
        CallTally clean = new CallTally(100, 0, 0, 0, 0, Named.NONE);
        CallTally right = new CallTally(99, 1, 1, 1, 0, new Named(List.of(10L), List.of(20L), List.of(30L)));
        CallTally another = new CallTally(99, 1, 1, 1, 0, new Named(List.of(11L), List.of(20L), List.of(30L)));
        assertThat(KnownLoss.rows(clean, right, mangle, 1)).noneMatch(CalibrationRow::off);
        assertThat(KnownLoss.rows(clean, another, mangle, 1))
                .filteredOn(CalibrationRow::off)
                .singleElement()
                .satisfies(row -> assertThat(row.note()).isEqualTo("number 10; named were 11"));
        assertThat(KnownLoss.rows(right, right, mangle, 1))
                .filteredOn(CalibrationRow::off)
                .extracting(CalibrationRow::what)
                .containsExactly("named where nothing was done");
    }

    @Test
    void mangled_calls_do_not_touch_each_other() {
        Mangle mangle = KnownLoss.drawn(1_000, 3);
        Set<Long> all = new HashSet<>(mangle.dropped());
        all.addAll(mangle.doubled());
        all.addAll(mangle.swapped());
        assertThat(all).hasSize(21).allMatch(number -> number % 10 == 0 && number > 0 && number < 990);
        assertThat(KnownLoss.drawn(1_000, 3)).isEqualTo(mangle);
    }

    @Test
    void a_driver_that_is_not_even_on_time_at_the_lowest_rate_is_off() {
        assertThat(OwnLimit.rows(Optional.empty(), "5,000/s was not held"))
                .singleElement()
                .matches(CalibrationRow::off);
    }
}
