package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import anywire.transport.Body;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Format;
import anywire.transport.Listener;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Server;
import anywire.transport.TransportException;
import anywire.transport.kit.LocalHost;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own client, against our server and against none. */
@Timeout(300)
class HttpClientTest {
    /** Of the client, as a URI has them. */
    String client() {
        return "client=okhttp";
    }

    private HttpRig rig(String... more) {
        return new HttpRig("?" + client() + String.join("", more));
    }

    private static Throwable failure(CompletableFuture<?> future) throws Exception {
        return future.handle((value, failure) -> failure instanceof CompletionException ? failure.getCause() : failure)
                .get(60, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void brings_back_each_refusal_as_it_was(Refusal why) throws Exception {
        try (HttpRig rig = rig()) {
            String detail = "because \"so\" \\ \u00e9 \ud83d\ude00\n";
            assertThat(rig.client
                            .call(HttpRig.call(Parrot.REFUSE, why + " " + detail))
                            .get(60, TimeUnit.SECONDS))
                    .isEqualTo(new Reply.Refused(why, detail));
        }
    }

    @Test
    void does_not_notice_that_the_server_closed_an_idle_connection_or_was_restarted() throws Exception {
        HttpTransport transport = new HttpTransport();
        LocalHost host = new LocalHost();
        Parrot parrot = new Parrot();
        Endpoint any = Endpoint.parse("http://127.0.0.1:0?keepAlive=1m&" + client(), transport);
        Server first = transport.serve(any, List.of(parrot), host);
        Endpoint at = any.at(first.address());
        try (Client client = transport.connect(at, host)) {
            client.call(HttpRig.call(Parrot.SAY, "1")).get(60, TimeUnit.SECONDS);
            first.close();
            try (Server second = transport.serve(at, List.of(parrot), host)) {
                assertThat(client.call(HttpRig.call(Parrot.SAY, "2")).get(60, TimeUnit.SECONDS))
                        .isInstanceOf(Reply.Done.class);
                assertThat(second.address()).isEqualTo(first.address());
            }
            assertThat(failure(client.call(HttpRig.call(Parrot.SAY, "3"))))
                    .isInstanceOf(TransportException.Unreachable.class);
        }
        host.close();
    }

    @Test
    void has_lost_a_call_whose_connection_breaks() throws Exception {
        LocalHost host = new LocalHost();
        HttpTransport transport = new HttpTransport();
        try (ServerSocket listening = new ServerSocket(0);
                Client client = transport.connect(
                        Endpoint.parse("http://127.0.0.1:" + listening.getLocalPort() + "?" + client(), transport),
                        host)) {
            var lost = client.call(HttpRig.call(Parrot.SAY, "x"));
            hangUpAfterHead(listening, "");
            assertThat(failure(lost))
                    .isInstanceOf(TransportException.Disconnected.class)
                    .matches(e -> ((TransportException) e).mayHaveRun());

            var garbled = client.call(HttpRig.call(Parrot.SAY, "x"));
            hangUpAfterHead(listening, "what?\r\n\r\n");
            assertThat(failure(garbled)).isInstanceOf(TransportException.Broken.class);

            var strange = client.call(HttpRig.call(Parrot.SAY, "x"));
            hangUpAfterHead(listening, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno");
            assertThat(failure(strange))
                    .isInstanceOf(TransportException.Broken.class)
                    .hasMessageContaining("502");
        }
        host.close();
    }

    private static void hangUpAfterHead(ServerSocket listening, String answer) throws IOException {
        try (Socket socket = listening.accept()) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\nx") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void gives_up_in_time_and_hangs_up_with_it() throws Exception {
        try (HttpRig rig = rig()) {
            await().until(
                            () -> { // on a busy machine the time may be over before it was sent
                                Throwable late =
                                        failure(rig.client.call(HttpRig.call(Parrot.LATER, "", Duration.ofMillis(50))));
                                assertThat(late).isInstanceOf(TransportException.TimedOut.class);
                                return ((TransportException) late).mayHaveRun();
                            });
        }
    }

    @Test
    void has_as_many_calls_in_flight_as_it_is_allowed_and_no_more() throws Exception {
        try (HttpRig rig = rig("&maxInFlight=100")) {
            List<CompletableFuture<Reply>> calls = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(rig.client.call(HttpRig.call(Parrot.LATER, "")));
            }
            assertThat(failure(rig.client.call(HttpRig.call(Parrot.SAY, ""))))
                    .isInstanceOf(TransportException.Overloaded.class);
            await().until(() -> rig.parrot.waiting.size() == 100);
            rig.parrot.waiting.forEach(reply -> reply.complete(new Reply.Done(Body.empty(Format.JSON))));
            for (CompletableFuture<Reply> call : calls) {
                assertThat(call.get(60, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
            }
        }
    }

    @Test
    void makes_calls_from_within_completions() throws Exception {
        try (HttpRig rig = rig()) {
            CompletableFuture<Integer> done = new CompletableFuture<>();
            callAgain(rig, 500, done);
            callAgain(rig, 500, done);
            assertThat(done.get(60, TimeUnit.SECONDS)).isZero();
        }
    }

    private static void callAgain(HttpRig rig, int left, CompletableFuture<Integer> done) {
        if (left == 0) {
            done.complete(0);
        } else {
            var one =
                    rig.client.call(HttpRig.call(Parrot.SAY, "x")).thenAccept(reply -> callAgain(rig, left - 1, done));
            var another = rig.client.call(HttpRig.call(Parrot.SAY, "y")).exceptionally(e -> {
                done.completeExceptionally(e);
                throw new CompletionException(e);
            });
            assertThat(one).isNotSameAs(another);
        }
    }

    @Test
    void hears_everything_in_order_and_of_the_gap_when_the_server_was_away() throws Exception {
        HttpTransport transport = new HttpTransport();
        LocalHost host = new LocalHost();
        Parrot parrot = new Parrot();
        Endpoint any = Endpoint.parse("http://127.0.0.1:0?" + client(), transport);
        Server first = transport.serve(any, List.of(parrot), host);
        Endpoint at = any.at(first.address());
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Client client = transport.connect(at, host)) {
            var subscription = client.subscribe(HttpRig.call(Parrot.FEED, ""), "ann", into(heard))
                    .get(60, TimeUnit.SECONDS);
            for (int i = 0; i < 3; i++) {
                parrot.publish("ann", "{\"n\":\n" + i + "}");
            }
            parrot.publish("bob", "not for ann");
            await().until(() -> heard.size() == 3);
            first.close();
            Parrot reborn = new Parrot();
            try (Server second = transport.serve(at, List.of(reborn), host)) {
                await().until(() -> heard.contains("gap"));
                reborn.publish("ann", "again");
                await().untilAsserted(() ->
                        assertThat(heard).containsExactly("{\"n\":\n0}", "{\"n\":\n1}", "{\"n\":\n2}", "gap", "again"));
                assertThat(subscription.ended()).isNotDone();
                subscription.close();
                assertThat(subscription.ended()).isCompleted();
                assertThat(second.counts()).containsEntry("droppedItems", 0L);
            }
        }
        host.close();
    }

    @Test
    void is_refused_a_subscription() throws Exception {
        try (HttpRig rig = rig()) {
            assertThat(failure(rig.client.subscribe(
                            HttpRig.call(Parrot.FEED, ""), "secret", into(new CopyOnWriteArrayList<>()))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("not yours");
        }
    }

    @Test
    void refuses_a_topic_that_is_none() {
        try (HttpRig rig = rig()) {
            assertThatThrownBy(() -> rig.client.subscribe(
                            HttpRig.call(Parrot.FEED, ""), "a b", into(new CopyOnWriteArrayList<>())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_slow_subscriber_loses_items_and_hears_of_it() throws Exception {
        try (HttpRig rig = rig("&pushBuffer=65536");
                RawSocket slow = rig.raw()) {
            slow.send("GET /parrot/feed/ann HTTP/1.1\r\nHost: h\r\n\r\n").readUntil("live\ndata:\n\n\r\n");
            String item = "x".repeat(100_000);
            await().until(() -> {
                rig.parrot.publish("ann", item);
                return rig.server.counts().getOrDefault("droppedItems", 0L) > 0;
            });
            assertThat(slow.readUntil("event: gap\ndata:\n\n")).contains(item);
        }
    }

    private static Listener into(List<String> heard) {
        return new Listener() {
            @Override
            public void push(Body item) {
                heard.add(new String(item.bytes(), StandardCharsets.UTF_8));
            }

            @Override
            public void gap() {
                heard.add("gap");
            }
        };
    }
}
