package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Client;
import anywire.transport.Credential;
import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import java.util.concurrent.CompletableFuture;

/** Beginning to listen, and leaving off. */
final class Subscriptions {
    @Check(needs = Kind.PUSH, promises = Guarantee.PUSHES_ARRIVE)
    void live_means_live(CheckRig rig) throws Exception {
        for (int i = 0; i < 50; i++) {
            Ear ear = new Ear();
            Subscription subscription = rig.subscribe("topic-" + i, ear);
            Pushes.publish(rig, "topic-" + i, i);
            ear.awaitHeard(1);
            assertThat(ear.numbers()).containsExactly((long) i);
            subscription.close();
        }
    }

    @Check(needs = Kind.PUSH)
    void who_may_not_hear_is_refused_with_the_reason(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        RefusedException refused = Wait.refusal(rig.client().subscribe(rig.feed(), Lab.FORBIDDEN, ear));
        assertThat(refused.why()).isEqualTo(Refusal.FORBIDDEN);
        assertThat(refused.detail()).isEqualTo("nobody may hear “forbidden”");
        Pushes.publish(rig, Lab.FORBIDDEN, 1);
        rig.subscribe("open", new Ear());
        assertThat(ear.heard()).isEmpty();
    }

    @Check(needs = {Kind.CALL, Kind.PUSH})
    void a_call_can_not_be_subscribed_to(CheckRig rig) throws Exception {
        var subscribing = rig.client().subscribe(Requests.ask(rig.lab().echo, "x"), "topic", new Ear());
        assertThat(Wait.refusal(subscribing).why()).isEqualTo(Refusal.UNSUPPORTED);
    }

    @Check(needs = Kind.PUSH)
    void the_service_learns_who_wants_to_hear_what(CheckRig rig) throws Exception {
        Credential caller = new Credential("token-7");
        String topic = "~inbox/Ann_1.2-3?&%20+#=\"'<>|{}[]*^`\\:;,@!$()";
        Ear ear = new Ear();
        Wait.value(rig.client().subscribe(Requests.by(caller, rig.feed()), topic, ear));
        assertThat(rig.lab().topics).containsExactly(topic);
        assertThat(rig.lab().seen.element().caller()).contains(caller);
        assertThat(rig.lab().seen.element().operation()).isEqualTo(rig.lab().feed);
        Pushes.publish(rig, topic, 1);
        ear.awaitHeard(1);
    }

    @Check(needs = Kind.PUSH)
    void nothing_is_heard_after_closing(CheckRig rig) throws Exception {
        Ear closed = new Ear();
        Ear open = new Ear();
        Subscription subscription = rig.subscribe("topic", closed);
        rig.subscribe("topic", open);
        Pushes.publish(rig, "topic", 1);
        closed.awaitHeard(1);
        subscription.close();
        subscription.close();
        Wait.value(subscription.ended());
        Pushes.publish(rig, "topic", 2);
        Pushes.publish(rig, "topic", 3);
        open.awaitHeard(3);
        assertThat(closed.numbers()).containsExactly(1L);
    }

    @Check(needs = Kind.PUSH)
    void closing_the_client_ends_its_subscriptions(CheckRig rig) throws Exception {
        Client leaving = rig.newClient();
        Ear ear = new Ear();
        Subscription subscription = Wait.value(leaving.subscribe(rig.feed(), "topic", ear));
        assertThat(subscription.ended()).isNotDone();
        leaving.close();
        Wait.value(subscription.ended());
        Pushes.publish(rig, "topic", 1);
        rig.stillWorks(rig.client());
        assertThat(ear.heard()).isEmpty();
    }

    @Check(needs = Kind.PUSH)
    void a_subscription_that_is_not_admitted_in_time_fails(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        CompletableFuture<Subscription> subscribing =
                rig.client().subscribe(Requests.within(rig.brief(), rig.feed()), Lab.HELD, ear);
        Wait.failure(subscribing, TransportException.TimedOut.class);
        rig.lab().nextHeld().answer();
        Pushes.publish(rig, Lab.HELD, 1);
        rig.subscribe("topic", new Ear());
        assertThat(ear.heard()).isEmpty();
    }
}
