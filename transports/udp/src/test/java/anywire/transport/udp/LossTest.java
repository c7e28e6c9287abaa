package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.network.Conditions;
import anywire.network.Flow;
import anywire.network.Relay;
import anywire.network.RelayTally;
import anywire.transport.Client;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.tck.EchoService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a bad network takes, and what is given back. */
class LossTest {
    private static final Conditions BAD =
            Conditions.NONE.withLoss(0.05).withDoubling(0.05).withReordering(0.05);
    private static final int IN_FLIGHT = 64;
    private static final int CALLS = Integer.getInteger("anywire.calls", 2_000);
    /** A busy machine's; an idle one's calls are through in two. */
    private static final Duration DEADLINE = Duration.ofSeconds(Integer.getInteger("anywire.deadlineSeconds", 60));

    private interface Numbered {
        CompletableFuture<?> send(int number);
    }

    private static List<CompletableFuture<?>> paced(int count, Numbered work) throws InterruptedException {
        Semaphore room = new Semaphore(IN_FLIGHT);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            room.acquire();
            CompletableFuture<?> each = work.send(i);
            CompletableFuture<?> unused = each.whenComplete((value, failure) -> room.release());
            all.add(each);
        }
        return all;
    }

    @Test
    void calls_are_answered_and_events_handled_once_each() throws Exception {
        try (UdpLoopback loopback = new UdpLoopback("");
                Client client = loopback.clientBehindRelay()) {
            loopback.relay.set(BAD);
            for (CompletableFuture<?> reply :
                    paced(CALLS, i -> client.call(EchoService.call(EchoService.ECHO, "number " + i, DEADLINE)))) {
                assertThat((Reply) reply.join()).isInstanceOf(Reply.Done.class);
            }
            assertThat(loopback.service.echoed).hasSize(CALLS).doesNotHaveDuplicates();
            RelayTally tally = loopback.relay.tally();
            System.out.printf(
                    "%,d calls answered, each within %d s and run once; of %,d datagrams %,d were lost, %,d came again%n",
                    CALLS, DEADLINE.toSeconds(), tally.arrived(), tally.lost(), loopback.counted("repetitions"));
            for (CompletableFuture<?> sent :
                    paced(1_000, i -> client.send(EchoService.call(EchoService.TELL, "number " + i)))) {
                Object ignored = sent.join();
            }
            assertThat(loopback.service.told).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(loopback.counted("repetitions")).isPositive();
            assertThat(loopback.relay.tally().lost()).isPositive();
        }
    }

    /** A server forgets whoever is silent; of a burst into a session that is no more, all but one would fail. */
    @Test
    void a_burst_after_a_long_silence_is_answered_whole() throws Exception {
        try (UdpLoopback loopback = new UdpLoopback("?idle=1s");
                Client client = loopback.clientBehindRelay()) {
            Reply unused =
                    client.call(EchoService.call(EchoService.ECHO, "before")).join();
            await().until(() -> loopback.counted("sessions forgotten") == 1);
            for (CompletableFuture<?> reply :
                    paced(IN_FLIGHT, i -> client.call(EchoService.call(EchoService.ECHO, "number " + i)))) {
                assertThat((Reply) reply.join()).isInstanceOf(Reply.Done.class);
            }
            assertThat(loopback.service.echoed).hasSize(1 + IN_FLIGHT).doesNotHaveDuplicates();
        }
    }

    @Test
    void of_raw_events_those_are_missing_that_were_lost_and_no_other() throws Exception {
        try (UdpLoopback loopback = new UdpLoopback("?exchange=raw");
                Client client = loopback.clientBehindRelay()) {
            Reply unused = client.call(EchoService.call(EchoService.ECHO, "the session is there"))
                    .join();
            Queue<String> lost = new ConcurrentLinkedQueue<>();
            loopback.relay.onLoss((direction, datagram) -> {
                if (direction == Relay.Direction.TO_SERVER) {
                    String text = new String(datagram, StandardCharsets.ISO_8859_1);
                    lost.add(text.substring(text.indexOf("number")));
                }
            });
            loopback.relay.set(Conditions.NONE.withLoss(0.05));
            List<String> sent = new ArrayList<>();
            for (CompletableFuture<?> each : paced(CALLS, i -> {
                sent.add("number " + i);
                return client.send(EchoService.call(EchoService.TELL, "number " + i));
            })) {
                Object ignored = each.join();
            }
            await().until(() -> loopback.service.told.size() + lost.size() == CALLS);

            System.out.printf("%,d raw events: %,d lost by the relay, and no other missing%n", CALLS, lost.size());
            assertThat(lost).isNotEmpty();
            sent.removeAll(lost);
            assertThat(loopback.service.told).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    @Test
    void items_are_heard_once_each_and_in_order() throws Exception {
        try (UdpLoopback loopback = new UdpLoopback("");
                Client client = loopback.clientBehindRelay()) {
            Queue<Long> heard = new ConcurrentLinkedQueue<>();
            Queue<String> gaps = new ConcurrentLinkedQueue<>();
            var ignored = client.subscribe(EchoService.call(EchoService.LISTEN, ""), "topic", new Listener() {
                        @Override
                        public void push(anywire.transport.Body item) {
                            heard.add(Long.parseLong(EchoService.text(item)));
                        }

                        @Override
                        public void gap() {
                            gaps.add("gap");
                        }
                    })
                    .join();
            loopback.relay.set(BAD);
            for (long i = 0; i < 2_000; i++) {
                loopback.service.publish("topic", String.valueOf(i));
            }
            await().until(() -> heard.size() >= 2_000);

            assertThat(heard)
                    .containsExactlyElementsOf(
                            LongStream.range(0, 2_000).boxed().toList());
            assertThat(gaps).isEmpty();
        }
    }

    @Test
    void long_messages_get_through_in_pieces() throws Exception {
        try (UdpLoopback loopback = new UdpLoopback("");
                Client client = loopback.clientBehindRelay()) {
            loopback.relay.set(BAD);
            String text = "x".repeat(60_000);
            for (int i = 0; i < 5; i++) {
                Reply reply =
                        client.call(EchoService.call(EchoService.ECHO, text)).join();
                assertThat(EchoService.text(reply)).isEqualTo(text);
            }
        }
    }

    @Test
    void a_server_that_falls_silent_is_told_before_the_call_is_over() throws Exception {
        try (UdpLoopback loopback = new UdpLoopback("?dead=500ms");
                Client client = loopback.clientBehindRelay()) {
            Reply ignored = client.call(EchoService.call(EchoService.ECHO, "x")).join();
            CompletableFuture<Reply> held = client.call(EchoService.call(EchoService.HOLD, "x", Duration.ofMinutes(5)));
            await().until(() -> !loopback.service.held.isEmpty());
            loopback.relay.set(Flow.BLACK_HOLE);

            await().until(held::isDone);
            assertThat(failure(held))
                    .isInstanceOfSatisfying(
                            TransportException.Disconnected.class,
                            gone -> assertThat(gone.mayHaveRun()).isTrue());
            loopback.relay.set(Flow.OPEN);
            assertThat(EchoService.text(client.call(EchoService.call(EchoService.ECHO, "again"))
                            .join()))
                    .isEqualTo("again");
        }
    }

    @Test
    void a_call_that_takes_long_is_asked_after_and_not_run_again() throws Exception {
        try (UdpLoopback loopback = new UdpLoopback("?dead=1m");
                Client client = loopback.clientBehindRelay()) {
            CompletableFuture<Reply> held = client.call(EchoService.call(EchoService.HOLD, "x", Duration.ofMinutes(5)));
            await().until(() -> loopback.counted("repetitions") >= 3);

            assertThat(loopback.service.held).hasSize(1);
            assertThat(held).isNotDone();
            boolean ignored = loopback.service.held.remove().complete(new Reply.Done(EchoService.body("late")));
            assertThat(EchoService.text(held.join())).isEqualTo("late");
        }
    }

    private static Throwable failure(CompletableFuture<?> future) {
        try {
            Object value = future.join();
            throw new AssertionError("it was answered: " + value);
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
