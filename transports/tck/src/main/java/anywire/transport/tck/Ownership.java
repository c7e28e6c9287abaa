package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A body that was handed over is never written to again, by nobody. */
final class Ownership {
    private static final int ROUNDS = 200;

    /** A body, and what it was when it came. */
    private record Kept(Body body, byte[] copy) {
        static Kept of(Body body) {
            return new Kept(body, body.bytes().clone());
        }
    }

    @Check(needs = Kind.CALL)
    void the_callers_array_stays_as_it_was(CheckRig rig) throws Exception {
        for (int size : new int[] {1, 100, 5_000}) {
            byte[] mine = Requests.pattern(size);
            Wait.done(rig.client().call(Requests.ask(rig.lab().write, mine)));
            assertThat(mine).isEqualTo(Requests.pattern(size));
        }
    }

    @Check(needs = Kind.EVENT)
    void the_senders_array_stays_as_it_was(CheckRig rig) throws Exception {
        byte[] mine = Requests.pattern(500);
        Wait.value(rig.client().send(Requests.ask(rig.lab().note, mine)));
        Wait.until("the event", () -> !rig.lab().seen.isEmpty());
        assertThat(mine).isEqualTo(Requests.pattern(500));
    }

    @Check(needs = Kind.CALL)
    void the_answering_services_array_stays_as_it_was(CheckRig rig) throws Exception {
        var reply = rig.client().call(Requests.ask(rig.lab().hold, "x"));
        byte[] answer = Requests.pattern(700);
        rig.lab().nextHeld().answer(answer);
        Wait.done(reply);
        assertThat(answer).isEqualTo(Requests.pattern(700));
    }

    @Check(needs = Kind.CALL)
    void what_was_received_is_never_changed_later(CheckRig rig) throws Exception {
        Client client = rig.client();
        List<Kept> answers = Collections.synchronizedList(new ArrayList<>());
        Crew.run(4, thread -> {
            for (int i = 0; i < ROUNDS; i += 20) {
                List<CompletableFuture<Reply>> replies = new ArrayList<>();
                for (int j = 0; j < 20; j++) {
                    byte[] question = Requests.pattern(1 + (thread * ROUNDS + i + j) * 13 % 3_000);
                    replies.add(client.call(Requests.ask(rig.lab().echo, question)));
                }
                for (CompletableFuture<Reply> reply : replies) {
                    answers.add(Kept.of(Wait.done(reply)));
                }
            }
        });
        List<Kept> requests =
                rig.lab().seen.stream().map(Call::body).map(Kept::of).toList();
        for (int i = 0; i < ROUNDS; i++) {
            rig.stillWorks(client);
        }
        assertUnchanged(answers);
        assertUnchanged(requests);
        assertThat(requests)
                .allSatisfy(kept -> assertThat(kept.body().bytes())
                        .isEqualTo(Requests.pattern(kept.body().size())));
    }

    @Check(needs = Kind.PUSH)
    void an_item_reaches_all_and_stays_as_it_was(CheckRig rig) throws Exception {
        Ear first = new Ear();
        Ear second = new Ear();
        rig.subscribe("topic", first);
        Wait.value(rig.newClient().subscribe(rig.feed(), "topic", second));
        List<byte[]> mine = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            byte[] item = Requests.pattern(100 + i);
            mine.add(item);
            rig.publish("topic", item);
        }
        first.awaitHeard(1);
        second.awaitHeard(1);
        rig.stillWorks(rig.client());
        for (byte[] item : mine) {
            assertThat(item).isEqualTo(Requests.pattern(item.length));
        }
        for (Ear ear : List.of(first, second)) {
            assertThat(ear.heard())
                    .allSatisfy(item -> assertThat(item.bytes()).isEqualTo(Requests.pattern(item.size())));
        }
    }

    private static void assertUnchanged(List<Kept> all) {
        for (Kept kept : all) {
            assertThat(kept.body().bytes()).isEqualTo(kept.copy());
        }
    }
}
