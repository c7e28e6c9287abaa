package anywire.transport.http;

import static anywire.transport.http.Asking.NETTY;
import static anywire.transport.http.Asking.ask;
import static anywire.transport.http.Asking.failure;
import static anywire.transport.http.Asking.text;
import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.TransportException;
import anywire.transport.http.ScriptedServer.Peer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Netty's client makes of what comes back on a connection. */
@Timeout(60)
final class Http1ClientReadsTest {
    @Test
    void reads_a_body_whatever_way_its_end_is_told() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            for (String response : List.of(
                    interim + head + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\nTrailer: x\r\n\r\n",
                    head + "Content-Length: 3\r\n\r\nabc",
                    head + "\r\nabc")) {
                var call = ask(server.client, "x");
                try (Peer peer = server.accept()) {
                    peer.request();
                    peer.say(response);
                    peer.hangUp();
                    assertThat(text(call)).as(response).isEqualTo("abc");
                }
            }
        }
    }

    @Test
    void a_response_that_is_cut_off_is_a_lost_connection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            for (String response : List.of(
                    "",
                    "HTTP/1.1 200 OK\r\nContent-",
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\nab",
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n")) {
                var call = ask(server.client, "x");
                try (Peer peer = server.accept()) {
                    peer.request();
                    peer.say(response);
                    peer.hangUp();
                }
                assertThat(failure(call))
                        .as(response)
                        .isInstanceOf(TransportException.Disconnected.class)
                        .matches(TransportException::mayHaveRun);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what?\r\n\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "RTSP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1\r\n\r\nx",
                "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\n{}"
            })
    void what_is_no_answer_is_broken(String response) throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "x");
            try (Peer peer = server.accept()) {
                peer.request();
                peer.say(response);
                assertThat(failure(call))
                        .isInstanceOf(TransportException.Broken.class)
                        .matches(TransportException::mayHaveRun);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1025\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n401\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
            })
    void what_is_too_large_is_not_read_on(String head) throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY + "&maxBody=1024")) {
            var call = ask(server.client, "x");
            try (Peer peer = server.accept()) {
                peer.request();
                peer.say(head + "x".repeat(1025));
                assertThat(failure(call))
                        .isInstanceOf(TransportException.TooLarge.class)
                        .matches(TransportException::mayHaveRun);
                peer.awaitEnd();
            }
        }
    }
}
