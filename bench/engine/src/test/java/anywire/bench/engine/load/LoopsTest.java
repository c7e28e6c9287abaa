package anywire.bench.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.measure.WindowSummary;
import anywire.bench.model.FlightLog;
import anywire.bench.model.FlightLog.Outcome;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private static final long MILLI = 1_000_000;

    @Test
    void a_closed_loop_whose_answers_are_there_at_once_does_not_grow_the_stack() throws Exception {
        FlightLog log = new FlightLog(1_000_000);
        Loaded loaded =
                ClosedLoop.run(number -> CompletableFuture.completedFuture(true), log, 1, 60_000 * MILLI, MILLI);
        assertThat(loaded.intended()).isEqualTo(1_000_000); // a stack would have ended long before
        assertThat(log.finished()).isEqualTo(1_000_000);
    }

    @Test
    void a_closed_loop_never_has_more_in_flight_than_it_was_told() throws Exception {
        Queue<CompletableFuture<Boolean>> open = new ArrayDeque<>();
        AtomicInteger most = new AtomicInteger();
        Task action = number -> {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            open.add(answer);
            most.accumulateAndGet(open.size(), Math::max);
            if (open.size() == 8) {
                open.remove().complete(true);
            }
            return answer;
        };
        FlightLog log = new FlightLog(10_000);
        ClosedLoop.run(action, log, 8, 500 * MILLI, MILLI);
        assertThat(most).hasValue(8);
        assertThat(log.started()).isGreaterThan(8);
    }

    @Test
    void an_open_loop_sends_all_of_them_though_nothing_ever_comes_back() {
        long[] offsets = Arrivals.offsets(new Load(Loop.CONSTANT, 2_000, 0), 100 * MILLI, 1);
        FlightLog log = new FlightLog(offsets.length);
        Loaded loaded = OpenLoop.run(number -> new CompletableFuture<>(), log, offsets, 100 * MILLI);
        assertThat(loaded.intended()).isEqualTo(200);
        assertThat(log.started()).isEqualTo(200);
        assertThat(log.finished()).isZero();
    }

    @Test
    void nothing_is_sent_before_its_time() {
        long[] offsets = Arrivals.offsets(new Load(Loop.CONSTANT, 1_000, 0), 50 * MILLI, 1);
        FlightLog log = new FlightLog(offsets.length);
        OpenLoop.run(number -> CompletableFuture.completedFuture(true), log, offsets, 50 * MILLI);
        for (int i = 0; i < log.started(); i++) {
            assertThat(log.sentNanos(i)).isGreaterThanOrEqualTo(log.intendedNanos(i));
        }
    }

    @Test
    void a_stall_of_the_driver_shows_from_the_intended_start_and_not_from_the_send() {
        long[] offsets = Arrivals.offsets(new Load(Loop.CONSTANT, 1_000, 0), 100 * MILLI, 1);
        FlightLog log = new FlightLog(offsets.length);
        Task stalls = number -> {
            if (number == 10) {
                long until = System.nanoTime() + 40 * MILLI;
                while (System.nanoTime() - until < 0) {
                    Thread.onSpinWait();
                }
            }
            return CompletableFuture.completedFuture(true);
        };
        OpenLoop.run(stalls, log, offsets, 100 * MILLI);
        WindowSummary summary = WindowSummary.of(log, 1_000 * MILLI, System.nanoTime());
        // The 40 sends due while it stood still were late by 40 ms at most, 20 ms in the middle.
        assertThat(summary.sendLag().getMaxValue()).isGreaterThan(38 * MILLI);
        assertThat(summary.intended().getValueAtPercentile(80)).isGreaterThan(15 * MILLI);
        // What was due while it stood still was sent once that was over: from the send, none of it is to be seen.
        assertThat(log.intendedNanos(11)).isLessThan(log.doneNanos(10));
        assertThat(log.sentNanos(11)).isGreaterThanOrEqualTo(log.doneNanos(10));
    }

    @Test
    void each_way_to_end_is_told_apart() throws Exception {
        Task action = number -> switch (number % 5) {
            case 0 -> CompletableFuture.completedFuture(true);
            case 1 -> CompletableFuture.completedFuture(false);
            case 2 -> CompletableFuture.failedFuture(new RefusedException(Refusal.INVALID, "no"));
            case 3 -> CompletableFuture.failedFuture(new TransportException.TimedOut("late", true));
            default -> throw new TransportException.Overloaded("full");
        };
        FlightLog log = new FlightLog(5);
        Loaded loaded = ClosedLoop.run(action, log, 1, 1_000 * MILLI, MILLI);
        assertThat(log.outcome(0)).isEqualTo(Outcome.RIGHT);
        assertThat(log.outcome(1)).isEqualTo(Outcome.WRONG);
        assertThat(log.outcome(2)).isEqualTo(Outcome.REFUSED);
        assertThat(log.outcome(3)).isEqualTo(Outcome.TIMED_OUT);
        assertThat(log.outcome(4)).isEqualTo(Outcome.FAILED);
        assertThat(loaded.faults().get())
                .containsEntry("OVERLOADED", 1L)
                .containsEntry("TIMED_OUT", 1L)
                .containsEntry("REFUSED INVALID", 1L);
    }
}
