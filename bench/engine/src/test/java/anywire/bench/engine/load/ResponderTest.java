package anywire.bench.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.model.FlightLog;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The truths that a calibration rests on. A busy machine makes waits longer, so lower bounds and sums are asserted. */
class ResponderTest {
    private static final long MILLI = 1_000_000;

    @Test
    void nothing_is_let_go_before_its_time_and_what_is_written_down_lies_within_what_the_log_says() {
        try (Responder responder = new Responder(Departures.after(Delay.CONSTANT))) {
            FlightLog log = run(responder, 500);
            List<Long> waited = responder.waitedNanos();
            assertThat(waited).hasSize(log.started()).allMatch(nanos -> nanos >= 2 * MILLI);
            for (int i = 0; i < log.started(); i++) {
                assertThat(waited.get(i)).isLessThanOrEqualTo(log.doneNanos(i) - log.sentNanos(i));
            }
        }
    }

    @Test
    void without_a_delay_the_answer_is_there_at_once() {
        try (Responder responder = new Responder(Departures.after(Delay.NONE))) {
            responder.prepare(1, 1);
            assertThat(responder.start(0).toCompletableFuture()).isCompletedWithValue(true);
            assertThat(responder.waitedNanos()).hasSize(1);
        }
    }

    @Test
    void the_queue_lets_go_one_by_one_and_never_before_the_one_before_it() {
        try (Responder responder = new Responder(Departures.oneByOne(MILLI))) {
            FlightLog log = run(responder, 2_000);
            List<Long> arrivals = responder.arrivalNanos();
            List<Long> waited = responder.waitedNanos();
            long last = Long.MIN_VALUE / 2;
            for (int i = 0; i < log.started(); i++) {
                long due = Math.max(arrivals.get(i), last) + MILLI;
                assertThat(arrivals.get(i) + waited.get(i)).isGreaterThanOrEqualTo(due);
                last = due;
            }
        }
    }

    @Test
    void the_same_window_draws_the_same_delays() {
        Departures one = Departures.after(Delay.EXPONENTIAL);
        Departures other = Departures.after(Delay.EXPONENTIAL);
        one.begin(42);
        other.begin(42);
        for (int i = 0; i < 100; i++) {
            assertThat(one.nanos(i)).isEqualTo(other.nanos(i)).isGreaterThanOrEqualTo(i);
        }
    }

    @Test
    void a_new_window_starts_with_an_empty_queue() {
        Departures queue = Departures.oneByOne(10);
        queue.begin(1);
        assertThat(queue.nanos(0)).isEqualTo(10);
        assertThat(queue.nanos(2)).isEqualTo(20);
        queue.begin(2);
        assertThat(queue.nanos(5)).isEqualTo(15);
    }

    @Test
    void what_is_due_first_is_released_first_whenever_it_was_handed_over() {
        try (Releases releases = new Releases()) {
            ConcurrentLinkedQueue<String> released = new ConcurrentLinkedQueue<>();
            long now = System.nanoTime();
            releases.at(now + 60 * MILLI, () -> released.add("second"));
            releases.at(now + 80 * MILLI, () -> released.add("third"));
            releases.at(now + 30 * MILLI, () -> released.add("first"));
            await().until(() -> released.size() == 3);
            assertThat(released).containsExactly("first", "second", "third");
        }
    }

    private static FlightLog run(Responder responder, double perSecond) {
        long[] offsets = Arrivals.offsets(new Load(Loop.POISSON, perSecond, 0), 100 * MILLI, 1);
        FlightLog log = new FlightLog(offsets.length);
        responder.prepare(7, offsets.length);
        OpenLoop.run(responder, log, offsets, 100 * MILLI);
        await().until(() -> log.finished() == log.started());
        assertThat(log.started()).isPositive();
        return log;
    }
}
