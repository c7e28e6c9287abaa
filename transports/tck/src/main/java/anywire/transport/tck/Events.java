package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Guarantee;
import anywire.transport.Key;
import anywire.transport.Operation.Kind;
import anywire.transport.SendPoint;
import anywire.transport.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.opentest4j.TestAbortedException;

/** One way: an event arrives, and its sender knows as much as was promised. */
final class Events {
    private static final int MANY = 500;

    @Check(needs = Kind.EVENT)
    void an_event_arrives_whole(CheckRig rig) throws Exception {
        Body body = new Body(Format.of(99), Requests.pattern(200));
        Credential caller = new Credential("token-1");
        Key key = new Key(1, 2);
        Wait.value(rig.client().send(Requests.by(caller, Requests.keyed(key, Requests.ask(rig.lab().note, body)))));
        awaitSeen(rig, 1);
        Call arrived = rig.lab().seen.element();
        assertThat(arrived.operation()).isEqualTo(rig.lab().note);
        assertThat(arrived.body()).isEqualTo(body);
        assertThat(arrived.caller()).contains(caller);
        assertThat(arrived.key()).contains(key);
        assertThat(arrived.timeLeft()).isLessThanOrEqualTo(Requests.ample()).isPositive();
    }

    @Check(needs = Kind.EVENT)
    void a_call_may_be_sent_and_its_answer_is_dropped(CheckRig rig) throws Exception {
        Wait.value(rig.client().send(Requests.ask(rig.lab().write, "x")));
        awaitSeen(rig, 1);
        assertThat(rig.lab().seen.element().operation()).isEqualTo(rig.lab().write);
    }

    @Check(needs = {Kind.CALL, Kind.EVENT})
    void an_event_that_the_service_refuses_is_dropped_in_silence(CheckRig rig) throws Exception {
        Wait.value(rig.client().send(Requests.ask(rig.lab().refuseNote, "x")));
        awaitSeen(rig, 1);
        rig.stillWorks(rig.client());
        assertThat(rig.lab().seenOf(rig.lab().refuseNote)).hasSize(1);
    }

    @Check(needs = Kind.EVENT)
    void the_server_counts_the_events_that_were_refused(CheckRig rig) throws Exception {
        long before = sum(rig.server());
        Wait.value(rig.client().send(Requests.ask(rig.lab().refuseNote, "x")));
        Wait.until("a count at the server", () -> sum(rig.server()) > before);
    }

    private static long sum(Server server) {
        return server.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    @Check(needs = {Kind.CALL, Kind.EVENT})
    void handled_means_handled_and_not_before(CheckRig rig) throws Exception {
        requireSendPoint(rig, SendPoint.HANDLED);
        CompletableFuture<Void> sent = rig.client().send(Requests.ask(rig.lab().holdNote, "x"));
        Held held = rig.lab().nextHeld();
        rig.stillWorks(rig.client());
        assertThat(sent).as("while the service is still at it").isNotDone();
        held.answer();
        Wait.value(sent);
    }

    @Check(needs = Kind.EVENT)
    void accepted_does_not_wait_for_the_service(CheckRig rig) throws Exception {
        if (rig.guarantees().sendCompletes() == SendPoint.HANDLED) {
            throw new TestAbortedException("a send completes when handled");
        }
        CompletableFuture<Void> sent = rig.client().send(Requests.ask(rig.lab().holdNote, "x"));
        Wait.value(sent);
        rig.lab().nextHeld().answer();
    }

    @Check(needs = Kind.EVENT, promises = Guarantee.EVENTS_ARRIVE)
    void whoever_is_told_handled_finds_the_event_there(CheckRig rig) throws Exception {
        requireSendPoint(rig, SendPoint.HANDLED);
        for (int i = 0; i < 50; i++) {
            Wait.value(rig.client().send(Requests.ask(rig.lab().noteSlowly, i)));
            assertThat(rig.lab().seen).hasSize(i + 1);
        }
    }

    @Check(needs = Kind.EVENT, promises = Guarantee.EVENTS_IN_ORDER)
    void events_arrive_in_the_order_in_which_they_were_sent(CheckRig rig) throws Exception {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (long i = 0; i < MANY; i++) {
            sent.add(rig.client().send(Requests.ask(rig.lab().note, i)));
        }
        for (CompletableFuture<Void> each : sent) {
            Wait.value(each);
        }
        if (rig.guarantees().promises(Guarantee.EVENTS_ARRIVE)) {
            awaitSeen(rig, MANY);
            assertThat(numbers(rig))
                    .containsExactlyElementsOf(LongStream.range(0, MANY).boxed().toList());
        } else {
            awaitSeen(rig, 1);
            assertThat(numbers(rig)).isSorted();
        }
    }

    @Check(needs = Kind.EVENT, promises = Guarantee.EVENTS_WAIT_FOR_SERVICE)
    void events_wait_for_a_service_that_is_away(CheckRig rig) throws Exception {
        Wait.value(rig.client().send(Requests.ask(rig.lab().note, 0)));
        awaitSeen(rig, 1);
        rig.stop();
        for (long i = 1; i <= 20; i++) {
            Wait.value(rig.client().send(Requests.ask(rig.lab().note, i)));
        }
        assertThat(rig.lab().seen).hasSize(1);
        rig.server();
        awaitSeen(rig, 21);
        assertThat(numbers(rig))
                .containsOnlyOnceElementsOf(LongStream.range(0, 21).boxed().toList());
    }

    private static void requireSendPoint(CheckRig rig, SendPoint point) {
        if (rig.guarantees().sendCompletes() != point) {
            throw new TestAbortedException(
                    "a send completes when " + rig.guarantees().sendCompletes());
        }
    }

    private static void awaitSeen(CheckRig rig, int events) {
        Wait.until(events + " events seen", () -> rig.lab().seen.size() >= events);
    }

    private static List<Long> numbers(CheckRig rig) {
        return rig.lab().seen.stream().map(call -> Requests.number(call.body())).toList();
    }
}
