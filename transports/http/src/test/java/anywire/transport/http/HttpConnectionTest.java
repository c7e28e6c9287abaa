package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of several requests on one connection, and of the connection. */
@Timeout(300)
final class HttpConnectionTest {
    private final HttpRig rig = new HttpRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void answers_pipelined_requests_in_order() throws Exception {
        try (RawSocket socket = rig.raw()) {
            socket.send("POST /parrot/later HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n"
                    + "GET /parrot/read?n=2 HTTP/1.1\r\nHost: h\r\n\r\n"
                    + "POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n3");
            var first = rig.parrot.waiting.take();
            assertThat(rig.parrot.heard).hasSize(1);
            first.complete(new Reply.Done(new Body(Format.JSON, new byte[] {'1'})));
            assertThat(socket.read().body()).isEqualTo("1");
            assertThat(socket.read().body()).isEqualTo("n=2");
            assertThat(socket.read().body()).isEqualTo("3");
        }
    }

    @Test
    void answers_a_thousand_pipelined_requests_that_nobody_reads_for_a_while() throws Exception {
        int many = 1_000;
        String word = "x".repeat(1_000);
        try (RawSocket socket = rig.raw()) {
            Thread sender = new Thread(() -> {
                try {
                    socket.send(("POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n" + word)
                            .repeat(many));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            sender.start();
            for (int i = 0; i < many; i++) {
                assertThat(socket.read().body()).isEqualTo(word);
            }
            sender.join();
        }
    }

    @Test
    void keeps_connections_as_their_clients_wish() throws Exception {
        try (RawSocket kept = rig.raw();
                RawSocket closed = rig.raw();
                RawSocket old = rig.raw()) {
            kept.send("GET /parrot/read?a HTTP/1.1\r\nHost: h\r\n\r\n").read();
            assertThat(kept.send("GET /parrot/read?a HTTP/1.1\r\nHost: h\r\n\r\n")
                            .read()
                            .statusLine())
                    .isEqualTo("HTTP/1.1 200 OK");
            var last = closed.send("GET /parrot/read?a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                    .read();
            assertThat(last.header("Connection")).isEqualTo("close");
            assertThat(closed.ends()).isTrue();
            assertThat(old.send("GET /parrot/read?a HTTP/1.0\r\n\r\n").read().statusLine())
                    .startsWith("HTTP/1.");
            assertThat(old.ends()).isTrue();
        }
    }

    @Test
    void cuts_off_with_an_explanation_what_outlives_the_drain() throws Exception {
        HttpRig hasty = new HttpRig("?drain=10ms");
        try (RawSocket socket = hasty.raw()) {
            socket.send("POST /parrot/later HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
            await().until(() -> !hasty.parrot.waiting.isEmpty());
            hasty.server.close();
            var response = socket.read();
            assertThat(response.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
            assertThat(response.body()).contains("\"fault\":\"closed\",\"mayHaveRun\":true");
        } finally {
            hasty.close();
        }
    }
}
