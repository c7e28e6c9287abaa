package anywire.transport.amq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Reply;
import anywire.transport.Server;
import anywire.transport.TransportException;
import anywire.transport.kit.LocalHost;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be wrong with a broker, or be put into it. */
class BrokerTroubleTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final AmqTransport transport = new AmqTransport();
    private final Notes notes = new Notes();
    private final LocalHost host = new LocalHost("amq-test", 4, Map.of("amq.password", RunningBroker.SECRET));

    @AfterEach
    void closeHost() {
        host.close();
    }

    @Test
    void a_server_without_a_broker_says_so_at_once() throws Exception {
        Endpoint nowhere = Endpoint.parse("amq://127.0.0.1:" + AmqpPort.free(), transport);
        assertThatThrownBy(() -> transport.serve(nowhere, List.of(notes), host))
                .isInstanceOf(TransportException.Unreachable.class)
                .hasMessageContaining("no broker at amq://127.0.0.1:");
    }

    @Test
    void a_client_without_a_broker_says_so_and_finds_it_later() throws Exception {
        int port = AmqpPort.free();
        Endpoint endpoint = Endpoint.parse("amq://anywire@127.0.0.1:" + port + "?broker=embedded", transport);
        try (Client client = transport.connect(endpoint, host)) {
            assertThat(failure(client.call(Notes.echo("too early"))))
                    .isInstanceOf(TransportException.Unreachable.class);
            try (RunningBroker broker = RunningBroker.embeddedAt(folder, port);
                    Server server = transport.serve(broker.endpoint(""), List.of(notes), host)) {
                assertThat(server.address().getPort()).isEqualTo(port);
                await().atMost(SOON).until(() -> answers(client));
            }
        }
    }

    @Test
    void a_wrong_password_is_named_as_such() throws Exception {
        try (RunningBroker broker = RunningBroker.embedded(folder);
                LocalHost peer = new LocalHost("peer", 2, Map.of("amq.password", "wrong"));
                Client client = transport.connect(broker.endpoint(""), peer)) {
            assertThat(failure(client.call(Notes.echo("x"))))
                    .isInstanceOf(TransportException.PeerRejected.class)
                    .hasMessageContaining("amq.password")
                    .hasMessageNotContaining(RunningBroker.SECRET);
            assertThatThrownBy(() -> transport.serve(broker.endpoint(""), List.of(notes), peer))
                    .isInstanceOf(TransportException.PeerRejected.class);
        }
    }

    @Test
    void a_broker_that_goes_and_comes_back_is_found_again_by_both_sides() throws Exception {
        try (RunningBroker broker = RunningBroker.embedded(folder);
                Server server = transport.serve(broker.endpoint(""), List.of(notes), host);
                Client client = transport.connect(broker.endpoint(""), host)) {
            assertThat(answers(client)).isTrue();
            int port = broker.port();
            broker.stop();
            assertThat(failure(client.call(Notes.echo("x")))).isInstanceOf(TransportException.class);
            broker.startAgain(port);
            await().atMost(SOON).until(() -> answers(client));
            client.send(Notes.note(1)).get(60, TimeUnit.SECONDS);
            await().atMost(SOON).until(() -> notes.noted.contains(1));
            assertThat(server.counts().get("connections made")).isGreaterThan(1);
        }
    }

    @Test
    void what_nobody_can_decode_is_dropped_once_and_counted() throws Exception {
        try (RunningBroker broker = RunningBroker.embedded(folder);
                Server server = transport.serve(broker.endpoint(""), List.of(notes), host);
                Client client = transport.connect(broker.endpoint(""), host);
                Connection peer = broker.peer()) {
            Channel channel = peer.createChannel();
            List<BasicProperties> nonsense = List.of(
                    new BasicProperties(),
                    new BasicProperties.Builder().type("notes/echo").build(),
                    new BasicProperties.Builder()
                            .type("notes/note")
                            .contentType("text/plain")
                            .build(),
                    new BasicProperties.Builder()
                            .type("notes/echo")
                            .correlationId("1")
                            .replyTo("nowhere")
                            .contentType("application/json")
                            .headers(Map.of("accept", "many", "key", "short"))
                            .build());
            for (BasicProperties properties : nonsense) {
                channel.basicPublish("", "anywire.call.notes", properties, new byte[] {1, 2, 3});
                channel.basicPublish("", "anywire.event.notes", properties, new byte[] {1, 2, 3});
            }
            await().atMost(SOON).until(() -> server.counts().getOrDefault("bad messages", 0L) >= 4);
            assertThat(answers(client)).isTrue();
            client.send(Notes.note(7)).get(60, TimeUnit.SECONDS);
            await().atMost(SOON).until(() -> notes.noted.contains(7));
            assertThat(channel.messageCount("anywire.event.notes")).isZero();
        }
    }

    @Test
    void a_queue_deleted_under_a_client_is_declared_anew() throws Exception {
        try (RunningBroker broker = RunningBroker.embedded(folder);
                Client client = transport.connect(broker.endpoint(""), host);
                Connection peer = broker.peer()) {
            client.send(Notes.note(1)).get(60, TimeUnit.SECONDS);
            peer.createChannel().queueDelete("anywire.event.notes");
            assertThat(failure(client.send(Notes.note(2)))).isInstanceOf(TransportException.class);
            client.send(Notes.note(3)).get(60, TimeUnit.SECONDS);
            try (Server server = transport.serve(broker.endpoint(""), List.of(notes), host)) {
                await().atMost(SOON).until(() -> notes.noted.contains(3));
                assertThat(notes.noted).containsExactly(3);
                assertThat(server.counts()).doesNotContainKey("bad messages");
            }
        }
    }

    @Test
    void the_embedded_broker_refuses_durable_and_says_why() {
        Endpoint endpoint = Endpoint.parse("amq://127.0.0.1:0?broker=embedded&delivery=durable", transport);
        assertThatThrownBy(() -> transport.guarantees(endpoint))
                .isInstanceOf(InvalidEndpointException.class)
                .hasMessageContaining("in memory")
                .hasMessageContaining("broker=local");
    }

    private static boolean answers(Client client) throws InterruptedException {
        try {
            Reply reply = client.call(Notes.echo("hello")).get(60, TimeUnit.SECONDS);
            return reply instanceof Reply.Done;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private static Throwable failure(CompletableFuture<?> future) throws Exception {
        try {
            Object unexpected = future.get(60, TimeUnit.SECONDS);
            throw new AssertionError("it did not fail: " + unexpected);
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
