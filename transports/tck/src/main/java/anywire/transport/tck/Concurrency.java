package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Client;
import anywire.transport.Format;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many at once: every answer finds its question, and nobody waits for another. */
final class Concurrency {
    private static final int THREADS = 8;
    private static final int CALLS_PER_THREAD = 500;
    private static final int IN_FLIGHT_PER_THREAD = 32;

    @Check(needs = Kind.CALL)
    void every_answer_matches_its_question(CheckRig rig) throws Exception {
        Client client = rig.client();
        Crew.run(THREADS, thread -> {
            for (int from = 0; from < CALLS_PER_THREAD; from += IN_FLIGHT_PER_THREAD) {
                List<byte[]> questions = new ArrayList<>();
                List<CompletableFuture<Reply>> answers = new ArrayList<>();
                for (int i = 0; i < IN_FLIGHT_PER_THREAD; i++) {
                    byte[] question = question(thread, from + i);
                    questions.add(question);
                    answers.add(client.call(Requests.ask(rig.lab().echo, question)));
                }
                for (int i = 0; i < questions.size(); i++) {
                    assertThat(Wait.done(answers.get(i)).bytes()).isEqualTo(questions.get(i));
                }
            }
        });
    }

    @Check(needs = Kind.CALL)
    void many_clients_may_use_a_server_at_once(CheckRig rig) throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(rig.newClient());
        }
        List<CompletableFuture<Reply>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(clients.get(i % 20).call(Requests.ask(rig.lab().echo, i)));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(Requests.number(Wait.done(answers.get(i)))).isEqualTo(i);
        }
    }

    @Check(needs = Kind.CALL)
    void answers_may_come_in_any_order(CheckRig rig) throws Exception {
        List<CompletableFuture<Reply>> answers = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            answers.add(rig.client().call(Requests.ask(rig.lab().hold, i)));
        }
        for (int i = 0; i < 64; i++) {
            held.add(rig.lab().nextHeld());
        }
        Collections.reverse(held);
        held.forEach(Held::answer);
        for (int i = 0; i < 64; i++) {
            assertThat(Requests.number(Wait.done(answers.get(i)))).isEqualTo(i);
        }
    }

    @Check(needs = Kind.CALL)
    void a_slow_call_does_not_hold_up_a_quick_one(CheckRig rig) throws Exception {
        var slow = rig.client().call(Requests.ask(rig.lab().hold, "slow"));
        var blocking = rig.client().call(Requests.ask(rig.lab().block, "blocking"));
        Held held = rig.lab().nextHeld();
        for (int i = 0; i < 20; i++) {
            rig.stillWorks(rig.client());
        }
        assertThat(slow).isNotDone();
        assertThat(blocking).isNotDone();
        held.answer();
        rig.lab().openGate();
        Wait.done(slow);
        Wait.done(blocking);
    }

    @Check(needs = Kind.CALL)
    void asking_does_not_wait_for_the_answer(CheckRig rig) throws Exception {
        CountDownLatch returned = new CountDownLatch(1);
        List<CompletableFuture<Reply>> replies = Collections.synchronizedList(new ArrayList<>());
        Client client = rig.client();
        Thread asking = new Thread(
                () -> {
                    replies.add(client.call(Requests.ask(rig.lab().hold, "x")));
                    replies.add(client.call(Requests.ask(rig.lab().block, "x")));
                    returned.countDown();
                },
                "tck-asking");
        asking.setDaemon(true);
        asking.start();
        Held held = rig.lab().nextHeld();
        assertThat(returned.await(Wait.patience().toMillis() / 5, TimeUnit.MILLISECONDS))
                .as("call() returned while the answer was held back")
                .isTrue();
        // Whoever waited for as long as the calls had time left comes back with failures.
        assertThat(replies).noneMatch(CompletableFuture::isDone);
        held.answer();
        rig.lab().openGate();
        for (CompletableFuture<Reply> reply : replies) {
            Wait.done(reply);
        }
    }

    @Check(needs = Kind.CALL)
    void blocking_operations_run_side_by_side(CheckRig rig) throws Exception {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < TckHost.BLOCKING_THREADS; i++) {
            replies.add(rig.client().call(Requests.ask(rig.lab().block, i)));
        }
        Wait.until("all of them run", () -> rig.lab().seen.size() == TckHost.BLOCKING_THREADS);
        rig.lab().openGate();
        for (CompletableFuture<Reply> reply : replies) {
            Wait.done(reply);
        }
    }

    @Check(needs = Kind.CALL)
    void the_next_call_may_be_made_from_the_completion_of_the_last(CheckRig rig) throws Exception {
        AtomicInteger left = new AtomicInteger(200);
        CompletableFuture<Void> all = new CompletableFuture<>();
        next(rig, rig.client(), left, all);
        Wait.value(all);
    }

    private static void next(CheckRig rig, Client client, AtomicInteger left, CompletableFuture<Void> all) {
        client.call(Requests.ask(rig.lab().echo, left.get())).whenComplete((reply, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure);
            } else if (left.decrementAndGet() == 0) {
                all.complete(null);
            } else {
                next(rig, client, left, all);
            }
        });
    }

    @Check(needs = Kind.PUSH)
    void a_listener_is_called_by_one_thread_at_a_time(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        rig.subscribe("topic", ear);
        Crew.run(4, thread -> {
            for (int i = 0; i < 100; i++) {
                Pushes.publish(rig, "topic", thread * 1000L + i);
            }
        });
        ear.awaitHeard(1);
        assertThat(ear.overlapped()).isFalse();
    }

    private static byte[] question(int thread, int number) {
        int padding = (thread * 31 + number * 7) % 700;
        return ByteBuffer.allocate(Long.BYTES + padding)
                .putInt(thread)
                .putInt(number)
                .put(new Body(Format.BINARY, Requests.pattern(padding)).bytes())
                .array();
    }
}
