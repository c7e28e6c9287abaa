package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import anywire.transport.SendPoint;
import anywire.transport.TransportException.Overloaded;
import anywire.transport.TransportException.TimedOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.opentest4j.TestAbortedException;

/** Beyond the limit a call fails at once, and nothing is queued in secret. */
final class BackPressure {
    private static final int LIMIT = 8;
    /** Calls from this number on are not to be answered. */
    private static final long LATE = 1_000;

    @Check(needs = Kind.CALL)
    void one_call_more_than_the_limit_is_overload_and_does_not_run(CheckRig rig) throws Exception {
        rig.with(CommonOptions.MAX_IN_FLIGHT, LIMIT);
        List<CompletableFuture<Reply>> held = fill(rig, rig.client());
        var more = rig.client().call(Requests.ask(rig.lab().write, "one more"));
        assertThat(more).as("the one call too many, at once").isDone();
        assertThat(Wait.failure(more, Overloaded.class).mayHaveRun()).isFalse();
        assertThat(held).noneMatch(CompletableFuture::isDone);
        answer(rig, held);
        for (int i = 0; i < 3 * LIMIT; i++) {
            rig.stillWorks(rig.client());
        }
        assertThat(rig.lab().seenOf(rig.lab().write)).isEmpty();
    }

    @Check(needs = Kind.CALL)
    void exactly_the_limit_is_under_way_at_once(CheckRig rig) throws Exception {
        rig.with(CommonOptions.MAX_IN_FLIGHT, LIMIT);
        List<CompletableFuture<Reply>> held = fill(rig, rig.client());
        answer(rig, held);
        answer(rig, fill(rig, rig.client()));
    }

    @Check(needs = Kind.CALL)
    void each_client_has_a_limit_of_its_own(CheckRig rig) throws Exception {
        rig.with(CommonOptions.MAX_IN_FLIGHT, LIMIT);
        List<CompletableFuture<Reply>> held = fill(rig, rig.client());
        rig.stillWorks(rig.newClient());
        answer(rig, held);
    }

    @Check(needs = {Kind.CALL, Kind.EVENT})
    void events_that_wait_to_be_handled_count(CheckRig rig) throws Exception {
        if (rig.guarantees().sendCompletes() != SendPoint.HANDLED) {
            throw new TestAbortedException(
                    "a send completes when " + rig.guarantees().sendCompletes());
        }
        rig.with(CommonOptions.MAX_IN_FLIGHT, LIMIT);
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            sent.add(rig.client().send(Requests.ask(rig.lab().holdNote, i)));
        }
        Wait.failure(rig.client().send(Requests.ask(rig.lab().note, "one more")), Overloaded.class);
        Wait.failure(rig.client().call(Requests.ask(rig.lab().write, "one more")), Overloaded.class);
        for (int i = 0; i < LIMIT; i++) {
            rig.lab().nextHeld().answer();
        }
        for (CompletableFuture<Void> each : sent) {
            Wait.value(each);
        }
        rig.stillWorks(rig.client());
    }

    @Check(needs = Kind.CALL)
    void calls_whose_time_is_over_make_room(CheckRig rig) throws Exception {
        rig.with(CommonOptions.MAX_IN_FLIGHT, LIMIT);
        List<CompletableFuture<Reply>> late = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            late.add(rig.client()
                    .call(Requests.within(Duration.ofMillis(300), Requests.ask(rig.lab().hold, LATE + i))));
        }
        for (CompletableFuture<Reply> each : late) {
            Wait.failure(each, TimedOut.class);
        }
        answer(rig, fill(rig, rig.client()));
    }

    @Check(needs = Kind.CALL)
    void the_completion_of_a_call_finds_room_for_the_next(CheckRig rig) throws Exception {
        Client client = rig.with(CommonOptions.MAX_IN_FLIGHT, 1).client();
        var held = client.call(Requests.ask(rig.lab().hold, "x"));
        var answered = held.thenCompose(reply -> client.call(Requests.ask(rig.lab().echo, "after an answer")));
        rig.lab().nextHeld().answer();
        Wait.done(answered);
        var late = client.call(Requests.within(Duration.ofMillis(300), Requests.ask(rig.lab().hold, "late")));
        CompletableFuture<CompletableFuture<Reply>> next = new CompletableFuture<>();
        late.whenComplete(
                (reply, failure) -> next.complete(client.call(Requests.ask(rig.lab().echo, "after a failure"))));
        Wait.done(Wait.value(next));
    }

    @Check(needs = Kind.CALL)
    void calls_that_fail_or_are_refused_make_room(CheckRig rig) throws Exception {
        rig.with(CommonOptions.MAX_IN_FLIGHT, 2);
        Operation unknown = new Operation(
                rig.lab().describe().service(), "nonesuch", Kind.CALL, Operation.Effect.READS, Operation.Work.QUICK);
        for (int i = 0; i < 10; i++) {
            Wait.failure(rig.client().call(Requests.ask(rig.lab().fail, "x")));
            Wait.refused(rig.client().call(Requests.ask(unknown, "x")));
            Wait.failure(rig.client().call(Requests.within(Duration.ZERO, Requests.ask(rig.lab().echo, "x"))));
        }
        rig.stillWorks(rig.client());
    }

    @Check(needs = Kind.CALL)
    void a_server_with_too_much_waiting_says_so(CheckRig rig) throws Exception {
        rig.stillWorks(rig.client());
        rig.host().full(true);
        var overloaded = Wait.failure(rig.client().call(Requests.ask(rig.lab().write, "x")), Overloaded.class);
        assertThat(overloaded.mayHaveRun()).isFalse();
        rig.host().full(false);
        rig.stillWorks(rig.client());
        assertThat(rig.lab().seenOf(rig.lab().write)).isEmpty();
    }

    private static List<CompletableFuture<Reply>> fill(CheckRig rig, Client client) {
        List<CompletableFuture<Reply>> held = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            held.add(client.call(Requests.ask(rig.lab().hold, i)));
        }
        return held;
    }

    private static void answer(CheckRig rig, List<CompletableFuture<Reply>> held) throws InterruptedException {
        for (int i = 0; i < held.size(); i++) {
            Held next = rig.lab().nextHeld();
            while (Requests.number(next.call().body()) >= LATE) {
                next = rig.lab().nextHeld();
            }
            next.answer();
        }
        for (CompletableFuture<Reply> each : held) {
            Wait.done(each);
        }
    }
}
