package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import anywire.transport.TransportException.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.opentest4j.TestAbortedException;

/** Nothing, one byte, the limit, and one byte more. */
final class Sizes {
    /** What a check is willing to allocate. */
    private static final int BEARABLE_BYTES = 64 << 20;

    @Check(needs = Kind.CALL)
    void bodies_of_every_scale_come_back(CheckRig rig) throws Exception {
        int limit = rig.guarantees().maxBodyBytes();
        for (int size : new int[] {0, 1, 2, 127, 128, 255, 256, 1_000, 1_200, 1_500, 4_095, 16_384, 65_535, 65_536}) {
            if (size <= limit) {
                echo(rig, size);
            }
        }
    }

    @Check(needs = Kind.CALL)
    void a_body_at_the_limit_comes_back(CheckRig rig) throws Exception {
        echo(rig, limit(rig));
        echo(rig, limit(rig) - 1);
    }

    @Check(needs = Kind.CALL)
    void one_byte_more_is_too_large_and_does_not_run(CheckRig rig) throws Exception {
        var tooLarge = Wait.failure(
                rig.client().call(Requests.ask(rig.lab().write, new byte[limit(rig) + 1])), TooLarge.class);
        assertThat(tooLarge.mayHaveRun()).isFalse();
        rig.stillWorks(rig.client());
        assertThat(rig.lab().seenOf(rig.lab().write)).isEmpty();
    }

    @Check(needs = Kind.CALL)
    void an_answer_at_the_limit_arrives(CheckRig rig) throws Exception {
        int limit = limit(rig);
        Body answer = Wait.done(rig.client().call(Requests.ask(rig.lab().grow, Lab.growing(limit))));
        assertThat(answer.bytes()).isEqualTo(Requests.pattern(limit));
    }

    @Check(needs = Kind.CALL)
    void an_answer_of_one_byte_more_is_too_large_and_has_run(CheckRig rig) throws Exception {
        var tooLarge = Wait.failure(
                rig.client().call(Requests.ask(rig.lab().grow, Lab.growing(limit(rig) + 1))), TooLarge.class);
        assertThat(tooLarge.mayHaveRun()).isTrue();
        rig.stillWorks(rig.client());
    }

    @Check(needs = Kind.CALL)
    void what_is_too_large_does_not_disturb_calls_under_way(CheckRig rig) throws Exception {
        var held = rig.client().call(Requests.ask(rig.lab().hold, "x"));
        Held waiting = rig.lab().nextHeld();
        Wait.failure(rig.client().call(Requests.ask(rig.lab().write, new byte[limit(rig) + 1])), TooLarge.class);
        Wait.failure(rig.client().call(Requests.ask(rig.lab().grow, Lab.growing(limit(rig) + 1))), TooLarge.class);
        waiting.answer();
        Wait.done(held);
    }

    @Check(needs = {Kind.CALL, Kind.EVENT})
    void an_event_of_one_byte_more_is_too_large(CheckRig rig) throws Exception {
        Wait.failure(rig.client().send(Requests.ask(rig.lab().note, new byte[limit(rig) + 1])), TooLarge.class);
        rig.stillWorks(rig.client());
        assertThat(rig.lab().seenOf(rig.lab().note)).isEmpty();
    }

    @Check(needs = Kind.EVENT, promises = Guarantee.EVENTS_ARRIVE)
    void events_of_nothing_and_at_the_limit_arrive(CheckRig rig) throws Exception {
        for (int size : new int[] {0, 1, limit(rig)}) {
            rig.lab().seen.clear();
            byte[] bytes = Requests.pattern(size);
            Wait.value(rig.client().send(Requests.ask(rig.lab().note, bytes)));
            Wait.until("the event of " + size + " bytes", () -> !rig.lab().seen.isEmpty());
            assertThat(rig.lab().seen.element().body().bytes()).isEqualTo(bytes);
        }
    }

    @Check(needs = Kind.PUSH, promises = Guarantee.PUSHES_ARRIVE)
    void an_item_at_the_limit_is_heard_and_one_too_large_harms_none_after_it(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        rig.subscribe("topic", ear);
        byte[] large = Requests.pattern(limit(rig));
        rig.publish("topic", large);
        ear.awaitHeard(1);
        assertThat(ear.heard().get(0).bytes()).isEqualTo(large);
        Wait.failure(rig.publishing(Set.of("topic"), new byte[limit(rig) + 1]));
        Pushes.publish(rig, "topic", 7);
        ear.awaitHeard(2);
        assertThat(Requests.number(ear.heard().get(1))).isEqualTo(7);
    }

    @Check(needs = Kind.CALL)
    void several_bodies_at_the_limit_may_be_under_way_together(CheckRig rig) throws Exception {
        int limit = Math.min(limit(rig), 1 << 20);
        List<CompletableFuture<anywire.transport.Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            replies.add(rig.client().call(Requests.ask(rig.lab().echo, Requests.pattern(limit - i))));
        }
        for (int i = 0; i < 8; i++) {
            assertThat(Wait.done(replies.get(i)).bytes()).isEqualTo(Requests.pattern(limit - i));
        }
    }

    private static int limit(CheckRig rig) {
        int limit = rig.guarantees().maxBodyBytes();
        if (limit > BEARABLE_BYTES) {
            throw new TestAbortedException("the limit of " + limit + " bytes is more than the kit tries");
        }
        return limit;
    }

    private static void echo(CheckRig rig, int size) throws InterruptedException {
        byte[] bytes = Requests.pattern(size);
        assertThat(Wait.done(rig.client().call(Requests.ask(rig.lab().echo, bytes)))
                        .bytes())
                .as("%d bytes", size)
                .isEqualTo(bytes);
    }
}
