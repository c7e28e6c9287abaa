package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.CommonOptions;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Giving up frees what was held. */
final class Cancellation {
    @Check(needs = Kind.CALL)
    void a_cancelled_call_makes_room_for_another(CheckRig rig) throws Exception {
        rig.with(CommonOptions.MAX_IN_FLIGHT, 4);
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Reply>> held = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                held.add(rig.client().call(Requests.ask(rig.lab().hold, "x")));
            }
            for (CompletableFuture<Reply> each : held) {
                assertThat(each.cancel(false)).isTrue();
                assertThat(each).isCancelled();
            }
            rig.stillWorks(rig.client());
        }
    }

    @Check(needs = Kind.CALL)
    void the_answer_to_a_cancelled_call_reaches_nobody(CheckRig rig) throws Exception {
        var given = rig.client().call(Requests.ask(rig.lab().hold, "given up"));
        Held held = rig.lab().nextHeld();
        given.cancel(true);
        held.answer();
        for (int i = 0; i < 20; i++) {
            rig.stillWorks(rig.client());
        }
    }

    @Check(needs = Kind.CALL)
    void cancelling_one_call_leaves_the_others_alone(CheckRig rig) throws Exception {
        var first = rig.client().call(Requests.ask(rig.lab().hold, "first"));
        Held heldFirst = rig.lab().nextHeld();
        var second = rig.client().call(Requests.ask(rig.lab().hold, "second"));
        Held heldSecond = rig.lab().nextHeld();
        first.cancel(false);
        heldSecond.answer();
        assertThat(Wait.done(second)).isEqualTo(heldSecond.call().body());
        heldFirst.answer();
        rig.stillWorks(rig.client());
    }

    @Check(needs = Kind.PUSH)
    void a_cancelled_subscription_hears_nothing(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        var subscribing = rig.client().subscribe(rig.feed(), Lab.HELD, ear);
        Held held = rig.lab().nextHeld();
        subscribing.cancel(false);
        held.answer();
        Ear open = new Ear();
        rig.subscribe("open", open);
        Pushes.publish(rig, Lab.HELD, 1);
        Pushes.publish(rig, "open", 2);
        open.awaitHeard(1);
        assertThat(ear.heard()).isEmpty();
    }
}
