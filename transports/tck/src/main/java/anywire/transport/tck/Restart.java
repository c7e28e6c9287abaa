package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.CommonOptions;
import anywire.transport.Delivery;
import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import anywire.transport.TransportException.Disconnected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.opentest4j.TestAbortedException;

/** The server goes and comes back at the same address; the client stays. */
final class Restart {
    private static final Duration SOON = Duration.ofMillis(100);

    @Check(needs = Kind.CALL)
    void a_client_outlives_its_server(CheckRig rig) throws Exception {
        for (int i = 0; i < 3; i++) {
            rig.server();
            Wait.until("the client is served again", () -> Lifecycle.answers(rig, rig.client()));
            rig.stop();
            var meanwhile = rig.client()
                    .call(Requests.within(Duration.ofMillis(300), Requests.ask(rig.lab().write, "too early")));
            assertThat(Wait.failure(meanwhile)).isPresent();
        }
        assertThat(rig.lab().seenOf(rig.lab().write)).isEmpty();
    }

    @Check(needs = Kind.CALL, promises = Guarantee.DETECTS_DEAD_SERVER)
    void calls_under_way_fail_soon_after_their_server_dies(CheckRig rig) throws Exception {
        rig.with(CommonOptions.DRAIN, SOON);
        var held = rig.client().call(Requests.within(Duration.ofMinutes(5), Requests.ask(rig.lab().hold, "x")));
        rig.lab().nextHeld();
        rig.stop();
        assertThat(Wait.failure(held, Disconnected.class).mayHaveRun()).isTrue();
    }

    @Check(needs = {Kind.CALL, Kind.PUSH})
    void a_subscription_outlives_its_server_and_tells_of_the_gap(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        Subscription subscription = rig.subscribe("topic", ear);
        Pushes.publish(rig, "topic", 1);
        ear.awaitHeard(1);
        assertThat(ear.gaps()).isZero();
        rig.stop();
        rig.server();
        Wait.until("the listener is told of the gap", () -> ear.gaps() > 0);
        assertThat(subscription.ended()).isNotDone();
        Pushes.publish(rig, "topic", 2);
        ear.awaitHeard(2);
        assertThat(ear.numbers()).containsExactly(1L, 2L);
    }

    @Check(needs = Kind.PUSH)
    void all_subscriptions_of_a_client_come_back(CheckRig rig) throws Exception {
        List<Ear> ears = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ears.add(new Ear());
            rig.subscribe("topic-" + i, ears.get(i));
        }
        rig.stop();
        rig.server();
        for (int i = 0; i < 10; i++) {
            Ear ear = ears.get(i);
            Wait.until("every listener is told of the gap", () -> ear.gaps() > 0);
            Pushes.publish(rig, "topic-" + i, i);
            ear.awaitHeard(1);
        }
    }

    @Check(needs = Kind.PUSH)
    void a_closed_subscription_does_not_come_back(CheckRig rig) throws Exception {
        Ear closed = new Ear();
        Ear open = new Ear();
        rig.subscribe("topic", closed).close();
        rig.subscribe("topic", open);
        rig.stop();
        rig.server();
        Wait.until("the other is told of the gap", () -> open.gaps() > 0);
        Pushes.publish(rig, "topic", 1);
        open.awaitHeard(1);
        assertThat(closed.all()).isEmpty();
    }

    @Check(needs = Kind.PUSH)
    void a_subscription_that_is_no_longer_admitted_ends_with_the_refusal(CheckRig rig) throws Exception {
        if (rig.hasCompanion()) {
            throw new TestAbortedException("a broker that stays keeps its subscribers");
        }
        Subscription subscription = rig.subscribe("topic", new Ear());
        rig.lab().banned.add("topic");
        rig.stop();
        rig.server();
        assertThat(Wait.failure(subscription.ended()).orElseThrow()).isInstanceOf(RefusedException.class);
    }

    @Check(needs = {Kind.CALL, Kind.EVENT})
    void what_at_least_once_accepted_arrives_though_the_server_restarts(CheckRig rig) throws Exception {
        if (rig.guarantees().delivery() != Delivery.AT_LEAST_ONCE) {
            throw new TestAbortedException("delivery is " + rig.guarantees().delivery());
        }
        rig.with(CommonOptions.DRAIN, SOON);
        Set<Long> accepted = new HashSet<>();
        for (long i = 0; i < 200; i++) {
            if (i % 50 == 25) {
                rig.stop();
                rig.server();
            }
            if (Wait.failure(rig.client().send(Requests.ask(rig.lab().note, i))).isEmpty()) {
                accepted.add(i);
            }
        }
        Wait.until(
                "all accepted events are seen", () -> ran(rig, rig.lab().note).containsAll(accepted));
    }

    @Check(
            needs = {Kind.CALL, Kind.EVENT},
            promises = {Guarantee.ACCEPTED_SURVIVES_RESTART, Guarantee.EVENTS_WAIT_FOR_SERVICE})
    void what_was_accepted_survives_a_restart_of_the_companion(CheckRig rig) throws Exception {
        if (!rig.hasCompanion()) {
            throw new TestAbortedException("nothing but the service itself accepts");
        }
        rig.stillWorks(rig.client());
        rig.stop();
        Set<Long> accepted = new HashSet<>();
        for (long i = 0; i < 20; i++) {
            Wait.value(rig.client().send(Requests.ask(rig.lab().note, i)));
            accepted.add(i);
        }
        rig.restartCompanion();
        rig.server();
        Wait.until(
                "all accepted events are seen", () -> ran(rig, rig.lab().note).containsAll(accepted));
    }

    @Check(needs = Kind.CALL, promises = Guarantee.CALLS_RUN_AT_MOST_ONCE)
    void no_call_runs_twice_though_the_server_restarts(CheckRig rig) throws Exception {
        rig.with(CommonOptions.DRAIN, Duration.ofMillis(1));
        rig.stillWorks(rig.client());
        AtomicLong next = new AtomicLong();
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 50; i++) {
                replies.add(call(rig, next.getAndIncrement()));
            }
            CompletableFuture<Void> stopped = Aside.run(rig::stop);
            for (int i = 0; i < 50; i++) {
                replies.add(call(rig, next.getAndIncrement()));
            }
            Wait.value(stopped);
            rig.server();
        }
        Set<Long> answered = new HashSet<>();
        Set<Long> certainlyNot = new HashSet<>();
        for (int i = 0; i < replies.size(); i++) {
            Throwable failure = Wait.failure(replies.get(i)).orElse(null);
            if (failure == null) {
                answered.add((long) i);
            } else if (failure instanceof TransportException known && !known.mayHaveRun()) {
                certainlyNot.add((long) i);
            }
        }
        List<Long> ran = ran(rig, rig.lab().write);
        assertThat(ran).doesNotHaveDuplicates().containsAll(answered).noneMatch(certainlyNot::contains);
    }

    private static CompletableFuture<Reply> call(CheckRig rig, long number) {
        return rig.client().call(Requests.within(Duration.ofSeconds(2), Requests.ask(rig.lab().write, number)));
    }

    private static List<Long> ran(CheckRig rig, anywire.transport.Operation operation) {
        return rig.lab().seenOf(operation).stream()
                .map(call -> Requests.number(call.body()))
                .toList();
    }
}
