package anywire.transport.tcp;

import static anywire.transport.tck.EchoService.ECHO;
import static anywire.transport.tck.EchoService.HOLD;
import static anywire.transport.tck.EchoService.SLOW_ECHO;
import static anywire.transport.tck.EchoService.TELL;
import static anywire.transport.tck.EchoService.call;
import static anywire.transport.tck.EchoService.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import anywire.transport.SendPoint;
import anywire.transport.TransportException;
import anywire.transport.tck.EchoService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class TcpTransportTest {
    @ParameterizedTest
    @ValueSource(strings = {"?io=auto", "?io=nio", "?connections=3&ioThreads=2"})
    void answers_a_thousand_calls_of_four_threads(String options) throws Exception {
        try (TcpLoopback loopback = new TcpLoopback(options);
                Client client = loopback.client()) {
            List<CompletableFuture<Void>> threads = IntStream.range(0, 4)
                    .mapToObj(thread -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < 250; i++) {
                                    String word = thread + "-" + i;
                                    assertThat(text(client.call(call(i % 10 == 0 ? SLOW_ECHO : ECHO, word))
                                                    .join()))
                                            .isEqualTo(word);
                                }
                            },
                            task -> new Thread(task).start()))
                    .toList();
            CompletableFuture.allOf(threads.toArray(CompletableFuture[]::new)).get(120, SECONDS);
        }
    }

    @Test
    void a_thousand_pipelined_calls_take_few_flushes_on_either_side() {
        try (TcpLoopback loopback = new TcpLoopback("?idle=10m");
                Client client = loopback.client()) {
            client.call(call(ECHO, "first")).join();
            long before = flushes(client) + loopback.counted("flushes");
            // the event loop is held while the calls come, so that they are there together; the reply that holds it
            // is not given before the wait is attached, or this thread would be the one to wait
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch loopHeld = new CountDownLatch(1);
            CompletableFuture<Void> held = client.call(call(HOLD, "")).thenAccept(reply -> {
                loopHeld.countDown();
                awaitQuietly(go);
            });
            loopback.release();
            awaitQuietly(loopHeld);
            List<CompletableFuture<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                calls.add(client.call(call(ECHO, "call " + i)));
            }
            go.countDown();
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
            held.join();
            assertThat(client.counts().get("frames sent")).isEqualTo(1002);
            await().untilAsserted(
                            () -> assertThat(loopback.counted("frames sent")).isEqualTo(1002));
            assertThat(flushes(client) + loopback.counted("flushes") - before).isLessThan(100);
        }
    }

    @Test
    void a_call_issued_by_a_completion_stays_on_the_event_loop_and_goes_out_with_its_read() {
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client()) {
            CompletableFuture<Integer> over = new CompletableFuture<>();
            AtomicReference<Thread> loop = new AtomicReference<>();
            AtomicInteger left = new AtomicInteger(500);
            // the first reply is not given before its completion is attached, or this thread would run it
            client.call(call(HOLD, "")).whenComplete(new BiConsumer<>() {
                @Override
                public void accept(Reply reply, Throwable failure) {
                    boolean same =
                            loop.compareAndSet(null, Thread.currentThread()) || loop.get() == Thread.currentThread();
                    if (failure != null || !same || left.decrementAndGet() == 0) {
                        over.complete(left.get());
                    } else {
                        CompletableFuture<Reply> unused =
                                client.call(call(ECHO, "x")).whenComplete(this);
                    }
                }
            });
            loopback.release();
            assertThat(over.join()).isZero();
            assertThat(flushes(client)).isEqualTo(500);
        }
    }

    @Test
    void replies_come_in_the_order_in_which_services_finish() {
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client()) {
            CompletableFuture<Reply> slow = client.call(call(HOLD, ""));
            assertThat(text(client.call(call(ECHO, "quick")).join())).isEqualTo("quick");
            assertThat(slow).isNotDone();
            loopback.service.held.remove().complete(new Reply.Refused(Refusal.NOT_FOUND, "nothing: é"));
            assertThat(slow.join()).isEqualTo(new Reply.Refused(Refusal.NOT_FOUND, "nothing: é"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "received", "handled"})
    void events_arrive_in_order_whatever_they_wait_for(String acks) {
        try (TcpLoopback loopback = new TcpLoopback("?maxInFlight=4000&acks=" + acks)) {
            List<String> sent =
                    IntStream.range(0, 2000).mapToObj(i -> "event " + i).toList();
            try (Client client = loopback.client()) {
                CompletableFuture.allOf(sent.stream()
                                .map(word -> client.send(call(TELL, word)))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
            await().untilAsserted(() -> assertThat(loopback.service.told).hasSize(2000));
            assertThat(loopback.service.told).containsExactlyElementsOf(sent);
        }
    }

    @Test
    void an_absent_server_is_told_at_once_each_time() {
        try (TcpLoopback loopback = new TcpLoopback("?backoff=1m&backoffMax=2m")) {
            loopback.stop();
            try (Client client = loopback.client()) {
                for (int i = 0; i < 20; i++) {
                    assertThat(failure(client.call(call(ECHO, "anyone?"))))
                            .isInstanceOf(TransportException.Unreachable.class);
                }
            }
        }
    }

    @Test
    void a_client_outlives_a_restart_and_tells_what_was_under_way() {
        try (TcpLoopback loopback = new TcpLoopback("?drain=1ms");
                Client client = loopback.client()) {
            CompletableFuture<Reply> underWay = client.call(call(HOLD, ""));
            await().until(() -> !loopback.service.held.isEmpty());
            loopback.stop();
            assertThat(failure(underWay))
                    .isInstanceOfSatisfying(
                            TransportException.Disconnected.class,
                            lost -> assertThat(lost.mayHaveRun()).isTrue());
            assertThat(failure(client.call(call(ECHO, "gone")))).isInstanceOf(TransportException.class);
            loopback.startAgain();
            await().until(() -> client.call(call(ECHO, "back"))
                    .handle((reply, failure) -> failure == null)
                    .join());
        }
    }

    @Test
    void a_closing_server_lets_running_calls_finish() {
        try (TcpLoopback loopback = new TcpLoopback("?drain=20s");
                Client client = loopback.client()) {
            CompletableFuture<Reply> underWay = client.call(call(HOLD, ""));
            await().until(() -> !loopback.service.held.isEmpty());
            CompletableFuture<Void> closing =
                    CompletableFuture.runAsync(loopback::stop, task -> new Thread(task).start());
            // refused from the moment that it closes
            await().until(() -> client.call(call(ECHO, "too late?"))
                            .handle((reply, failure) -> failure)
                            .join()
                    instanceof TransportException.Disconnected);
            loopback.service.held.remove().complete(new Reply.Done(EchoService.body("done")));
            assertThat(text(underWay.join())).isEqualTo("done");
            closing.join();
        }
    }

    @Test
    void a_server_runs_no_more_of_a_connection_than_it_may() {
        try (TcpLoopback loopback = new TcpLoopback("?maxServing=1");
                Client client = loopback.client()) {
            CompletableFuture<Reply> first = client.call(call(HOLD, ""));
            await().until(() -> !loopback.service.held.isEmpty());
            assertThat(failure(client.call(call(ECHO, "one too many"))))
                    .isInstanceOf(TransportException.Overloaded.class);
            loopback.service.held.remove().complete(new Reply.Done(EchoService.body("first")));
            assertThat(text(first.join())).isEqualTo("first");
            assertThat(text(client.call(call(ECHO, "room again")).join())).isEqualTo("room again");
        }
    }

    @Test
    void a_port_in_use_is_one_clear_line() {
        try (TcpLoopback loopback = new TcpLoopback("")) {
            assertThatThrownBy(() -> loopback.transport.serve(
                            Endpoint.parse("tcp://127.0.0.1:" + loopback.port(), loopback.transport),
                            List.of(),
                            loopback.host))
                    .isInstanceOf(TransportException.Unreachable.class)
                    .hasMessageContaining("can't listen on tcp://127.0.0.1:" + loopback.port())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void options_say_what_is_promised() {
        TcpTransport tcp = new TcpTransport();
        assertThat(tcp.guarantees(Endpoint.parse("tcp://h:1?acks=none", tcp)).sendCompletes())
                .isEqualTo(SendPoint.HANDED_OVER);
        assertThat(tcp.guarantees(Endpoint.parse("tcp://h:1", tcp)).sendCompletes())
                .isEqualTo(SendPoint.HANDLED);
        assertThat(tcp.guarantees(Endpoint.parse("tcp://h:1?connections=2", tcp))
                        .promises(Guarantee.EVENTS_IN_ORDER))
                .isFalse();
        assertThatThrownBy(() -> Endpoint.parse("tcp://h:1?acks=some", tcp))
                .isInstanceOf(InvalidEndpointException.class)
                .hasMessageContaining("none, received, handled");
    }

    @Test
    void the_pause_doubles_up_to_its_limit_less_up_to_half() {
        java.time.Duration first = java.time.Duration.ofMillis(50);
        java.time.Duration longest = java.time.Duration.ofSeconds(2);
        assertThat(Dialer.pauseNanos(first, longest, 0, 0)).isEqualTo(50_000_000);
        assertThat(Dialer.pauseNanos(first, longest, 3, 0)).isEqualTo(400_000_000);
        assertThat(Dialer.pauseNanos(first, longest, 3, 1)).isEqualTo(200_000_000);
        assertThat(Dialer.pauseNanos(first, longest, 1_000, 0)).isEqualTo(2_000_000_000);
    }

    static Throwable failure(CompletableFuture<?> outcome) {
        return outcome.handle((value, failure) -> failure == null ? new AssertionError("answered: " + value) : failure)
                .join();
    }

    private static long flushes(Client client) {
        return client.counts().getOrDefault("flushes", 0L);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean ignored = latch.await(120, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
