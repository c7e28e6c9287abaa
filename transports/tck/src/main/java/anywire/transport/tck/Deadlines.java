package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import anywire.transport.SendPoint;
import anywire.transport.TransportException.TimedOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.opentest4j.TestAbortedException;

/** Time left: over is over, on both sides. */
final class Deadlines {
    @Check(needs = Kind.CALL)
    void a_call_that_is_never_answered_fails_when_its_time_is_over(CheckRig rig) throws Exception {
        Duration brief = rig.brief();
        long start = System.nanoTime();
        var reply = rig.client().call(Requests.within(brief, Requests.ask(rig.lab().hold, "x")));
        TimedOut late = Wait.failure(reply, TimedOut.class);
        // Not before: however slow the machine, that holds.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(brief.minusMillis(5));
        assertThat(late.mayHaveRun()).isTrue();
    }

    @Check(needs = Kind.CALL)
    void a_call_without_time_left_does_not_run(CheckRig rig) throws Exception {
        for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            var reply = rig.client().call(Requests.within(none, Requests.ask(rig.lab().write, "x")));
            assertThat(Wait.failure(reply, TimedOut.class).mayHaveRun()).isFalse();
        }
        rig.stillWorks(rig.client());
        assertThat(rig.lab().seenOf(rig.lab().write)).isEmpty();
    }

    @Check(needs = Kind.EVENT)
    void an_event_without_time_left_fails(CheckRig rig) throws Exception {
        var sent = rig.client().send(Requests.within(Duration.ZERO, Requests.ask(rig.lab().note, "x")));
        assertThat(Wait.failure(sent, TimedOut.class).mayHaveRun()).isFalse();
    }

    @Check(needs = Kind.EVENT)
    void an_event_that_is_never_handled_fails_when_its_time_is_over(CheckRig rig) throws Exception {
        if (rig.guarantees().sendCompletes() != SendPoint.HANDLED) {
            throw new TestAbortedException(
                    "a send completes when " + rig.guarantees().sendCompletes());
        }
        var sent = rig.client().send(Requests.within(rig.brief(), Requests.ask(rig.lab().holdNote, "x")));
        assertThat(Wait.failure(sent, TimedOut.class).mayHaveRun()).isTrue();
    }

    @Check(
            needs = {Kind.CALL, Kind.EVENT},
            promises = Guarantee.EVENTS_ARRIVE)
    void an_event_that_was_sent_in_time_is_handled_however_late(CheckRig rig) throws Exception {
        Duration brief = rig.brief();
        for (int i = 0; i < TckHost.BLOCKING_THREADS; i++) {
            rig.client().send(Requests.ask(rig.lab().block, "in the way"));
        }
        executorIsFull(rig);
        var sent = rig.client().send(Requests.within(brief, Requests.ask(rig.lab().noteSlowly, "late")));
        if (rig.guarantees().sendCompletes() == SendPoint.HANDLED) {
            Wait.failure(sent, TimedOut.class);
        } else {
            Wait.value(sent);
            timeGoesBy(rig, brief);
        }
        rig.lab().openGate();
        Wait.until(
                "the late event", () -> rig.lab().seenOf(rig.lab().noteSlowly).size() == 1);
    }

    @Check(needs = Kind.CALL)
    void the_server_does_not_run_what_is_late(CheckRig rig) throws Exception {
        Duration brief = rig.brief();
        List<CompletableFuture<Reply>> busy = new ArrayList<>();
        for (int i = 0; i < TckHost.BLOCKING_THREADS; i++) {
            busy.add(rig.client().call(Requests.ask(rig.lab().block, "in time")));
        }
        executorIsFull(rig);
        var late = rig.client().call(Requests.within(brief, Requests.ask(rig.lab().block, "late")));
        Wait.failure(late, TimedOut.class);
        // Time left travels as a span: the server's ends as much later as the call was on its way.
        timeGoesBy(rig, brief);
        rig.lab().openGate();
        for (CompletableFuture<Reply> each : busy) {
            Wait.done(each);
        }
        // One more on each thread: the late one has been taken up, if it ever is.
        for (int i = 0; i < TckHost.BLOCKING_THREADS; i++) {
            Wait.done(rig.client().call(Requests.ask(rig.lab().block, "in time")));
        }
        assertThat(rig.lab().seenOf(rig.lab().block))
                .extracting(call -> new String(call.body().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .hasSize(2 * TckHost.BLOCKING_THREADS)
                .containsOnly("in time");
    }

    @Check(needs = Kind.CALL)
    void an_answer_that_comes_late_reaches_nobody(CheckRig rig) throws Exception {
        var reply = rig.client().call(Requests.within(rig.brief(), Requests.ask(rig.lab().hold, "late")));
        Held held = rig.lab().nextHeld();
        Wait.failure(reply, TimedOut.class);
        held.answer();
        for (int i = 0; i < 20; i++) {
            rig.stillWorks(rig.client());
        }
    }

    @Check(needs = Kind.CALL)
    void one_call_that_is_over_leaves_the_others_alone(CheckRig rig) throws Exception {
        Duration brief = rig.brief();
        var patient = rig.client().call(Requests.ask(rig.lab().hold, "patient"));
        Held held = rig.lab().nextHeld();
        Wait.failure(rig.client().call(Requests.within(brief, Requests.ask(rig.lab().hold, "hasty"))), TimedOut.class);
        held.answer();
        Wait.done(patient);
    }

    private static void executorIsFull(CheckRig rig) {
        Wait.until(
                "the executor is full", () -> rig.lab().seenOf(rig.lab().block).size() == TckHost.BLOCKING_THREADS);
    }

    private static void timeGoesBy(CheckRig rig, Duration brief) throws Exception {
        var clock =
                rig.client().call(Requests.within(brief.multipliedBy(2), Requests.ask(rig.lab().hold, "time goes by")));
        Wait.failure(clock, TimedOut.class);
    }
}
