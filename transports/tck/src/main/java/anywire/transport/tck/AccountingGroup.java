package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Guarantee;
import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Numbered at one end, counted at the other: what was lost, doubled or out of order is a difference of sets. */
final class AccountingGroup {
    private static final int NUMBERS = 2_000;
    private static final int IN_FLIGHT = 128;

    /** What became of numbers 0 to {@code sent}. */
    private record Sets(Set<Long> lost, List<Long> doubled, Set<Long> invented) {
        static Sets of(int sent, List<Long> arrived) {
            Set<Long> all = new HashSet<>(LongStream.range(0, sent).boxed().toList());
            Set<Long> seen = new HashSet<>();
            List<Long> doubled =
                    arrived.stream().filter(number -> !seen.add(number)).toList();
            Set<Long> lost = new HashSet<>(all);
            lost.removeAll(seen);
            seen.removeAll(all);
            return new Sets(lost, doubled, seen);
        }
    }

    @Check(
            needs = Kind.CALL,
            promises = {Guarantee.CALLS_ARRIVE, Guarantee.CALLS_RUN_AT_MOST_ONCE})
    void every_call_runs_once_and_is_answered_once(CheckRig rig) throws Exception {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        paced(number -> {
            CompletableFuture<Reply> reply = rig.client().call(Requests.ask(rig.lab().write, number));
            replies.add(reply);
            return reply;
        });
        for (int i = 0; i < NUMBERS; i++) {
            assertThat(Requests.number(Wait.done(replies.get(i)))).isEqualTo(i);
        }
        balanced(numbers(rig, rig.lab().write));
    }

    @Check(
            needs = {Kind.CALL, Kind.EVENT},
            promises = {Guarantee.EVENTS_ARRIVE, Guarantee.EVENTS_RUN_AT_MOST_ONCE})
    void every_event_arrives_once(CheckRig rig) throws Exception {
        paced(number -> rig.client().send(Requests.ask(rig.lab().note, number)));
        Wait.until("all events", () -> rig.lab().seen.size() >= NUMBERS);
        rig.stillWorks(rig.client());
        balanced(numbers(rig, rig.lab().note));
    }

    @Check(
            needs = {Kind.CALL, Kind.EVENT},
            promises = Guarantee.EVENTS_RUN_AT_MOST_ONCE)
    void no_event_is_handled_twice(CheckRig rig) throws Exception {
        paced(number -> rig.client().send(Requests.ask(rig.lab().note, number)));
        rig.stillWorks(rig.client());
        assertThat(numbers(rig, rig.lab().note)).doesNotHaveDuplicates();
    }

    @Check(
            needs = {Kind.CALL, Kind.PUSH},
            promises = Guarantee.PUSHES_ARRIVE)
    void every_item_is_heard_once(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        rig.subscribe("topic", ear);
        for (int from = 0; from < NUMBERS; from += IN_FLIGHT) {
            int to = Math.min(NUMBERS, from + IN_FLIGHT);
            for (long i = from; i < to; i++) {
                Pushes.publish(rig, "topic", i);
            }
            ear.awaitHeard(to);
        }
        rig.stillWorks(rig.client());
        assertThat(ear.gaps()).isZero();
        balanced(ear.numbers());
    }

    @Check(needs = Kind.CALL)
    void answers_refusals_and_failures_add_up(CheckRig rig) throws Exception {
        Client client = rig.with(CommonOptions.MAX_IN_FLIGHT, 300).client();
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            replies.add(client.call(
                    switch (i % 3) {
                        case 0 -> Requests.ask(rig.lab().echo, i);
                        case 1 -> Requests.ask(rig.lab().refuse, Lab.refusing(Refusal.CONFLICT, "number " + i));
                        default -> Requests.ask(rig.lab().fail, i);
                    }));
        }
        int failed = 0;
        for (int i = 0; i < 300; i++) {
            if (i % 3 == 2) {
                failed += Wait.failure(replies.get(i)).isPresent() ? 1 : 0;
            } else if (i % 3 == 1) {
                assertThat(Wait.refused(replies.get(i)).detail()).isEqualTo("number " + i);
            } else {
                assertThat(Requests.number(Wait.done(replies.get(i)))).isEqualTo(i);
            }
        }
        assertThat(failed).isEqualTo(100);
        assertThat(rig.lab().seen).hasSize(300);
    }

    private interface Numbered {
        CompletableFuture<?> send(long number);
    }

    private static void paced(Numbered work) throws InterruptedException {
        Semaphore room = new Semaphore(IN_FLIGHT);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (long i = 0; i < NUMBERS; i++) {
            if (!room.tryAcquire(Wait.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(IN_FLIGHT + " in flight and none of them comes to an end");
            }
            CompletableFuture<?> each = work.send(i);
            each.whenComplete((value, failure) -> room.release());
            all.add(each);
        }
        for (CompletableFuture<?> each : all) {
            Wait.value(each);
        }
    }

    private static void balanced(List<Long> arrived) {
        assertThat(Sets.of(NUMBERS, arrived)).isEqualTo(new Sets(Set.of(), List.of(), Set.of()));
    }

    private static List<Long> numbers(CheckRig rig, Operation operation) {
        return rig.lab().seenOf(operation).stream()
                .map(call -> Requests.number(call.body()))
                .toList();
    }
}
