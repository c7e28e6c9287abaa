package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import anywire.transport.Endpoint;
import anywire.transport.TransportException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server does about clients that want too much. */
@Timeout(300)
final class HttpLimitsTest {
    @Test
    void turns_away_bodies_that_are_too_large_announced_or_not() throws Exception {
        try (HttpRig rig = new HttpRig("?maxBody=1024")) {
            var announced = rig.exchange(
                    "POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Length: 1025\r\n\r\n" + "x".repeat(1025));
            var chunked = rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + ("100\r\n" + "x".repeat(256) + "\r\n").repeat(5) + "0\r\n\r\n");
            var fitting = rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + ("100\r\n" + "x".repeat(256) + "\r\n").repeat(4) + "0\r\n\r\n");

            assertThat(announced.statusLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
            assertThat(announced.body()).contains("\"fault\":\"too-large\",\"mayHaveRun\":false");
            assertThat(chunked.statusLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
            assertThat(fitting.body()).hasSize(1024);
        }
    }

    @Test
    void asks_for_the_body_only_if_it_wants_it() throws Exception {
        try (HttpRig rig = new HttpRig("?maxBody=1024");
                RawSocket wanted = rig.raw();
                RawSocket tooLarge = rig.raw();
                RawSocket unknown = rig.raw()) {
            wanted.send("POST /parrot/say HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(wanted.read().statusLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(wanted.send("ok").read().body()).isEqualTo("ok");

            tooLarge.send(
                    "POST /parrot/say HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 9999\r\n\r\n");
            assertThat(tooLarge.read().statusLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");

            unknown.send("POST /parrot/sing HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(unknown.read().statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    @Test
    void turns_away_heads_that_are_too_large_or_no_http() throws Exception {
        try (HttpRig rig = new HttpRig("?maxHeaders=1024")) {
            assertThat(rig.exchange("GET /" + "x".repeat(2000) + " HTTP/1.1\r\nHost: h\r\n\r\n")
                            .statusLine())
                    .isEqualTo("HTTP/1.1 414 Request-URI Too Long");
            assertThat(rig.exchange("GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(2000) + "\r\n\r\n")
                            .statusLine())
                    .isEqualTo("HTTP/1.1 431 Request Header Fields Too Large");
            assertThat(rig.exchange("hello\r\n\r\n").statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
            assertThat(rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                            .statusLine())
                    .isEqualTo("HTTP/1.1 400 Bad Request");
            assertThat(rig.exchange("GET /parrot/read HTTP/1.1\r\n\r\n").statusLine())
                    .isEqualTo("HTTP/1.1 400 Bad Request");
            assertThat(rig.server.counts()).containsEntry("malformedRequests", 4L);
        }
    }

    @Test
    void hangs_up_on_requests_that_trickle_in() throws Exception {
        try (HttpRig rig = new HttpRig("?requestTime=1s")) {
            try (RawSocket silent = rig.raw();
                    RawSocket head = rig.raw().send("POST /parrot/say HTT")) {
                assertThat(head.read().statusLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
                assertThat(head.ends()).isTrue();
                assertThat(silent.ends()).isTrue();
            }
            try (RawSocket body = rig.raw()) {
                body.send("POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
                assertThat(body.read().statusLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
                assertThat(body.ends()).isTrue();
            }
        }
    }

    @Test
    void hangs_up_on_connections_that_lie_idle() throws Exception {
        try (HttpRig rig = new HttpRig("?keepAlive=1s");
                RawSocket socket = rig.raw()) {
            socket.send("GET /parrot/read HTTP/1.1\r\nHost: h\r\n\r\n").read();
            assertThat(socket.ends()).isTrue();
        }
    }

    @Test
    void has_room_for_so_many_connections_and_says_so_to_the_next() throws Exception {
        try (HttpRig rig = new HttpRig("?maxConnections=2")) {
            try (RawSocket one = rig.raw();
                    RawSocket two = rig.raw()) {
                one.send("GET /parrot/read HTTP/1.1\r\nHost: h\r\n\r\n").read();
                two.send("GET /parrot/read HTTP/1.1\r\nHost: h\r\n\r\n").read();
                var three = rig.exchange("");
                assertThat(three.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
                assertThat(three.header("Retry-After")).isEqualTo("1");
                assertThat(three.body()).contains("\"fault\":\"overloaded\"");
            }
            await().untilAsserted(() -> assertThat(rig.exchange("GET /parrot/read HTTP/1.1\r\nHost: h\r\n\r\n")
                            .statusLine())
                    .isEqualTo("HTTP/1.1 200 OK"));
        }
    }

    @Test
    void cannot_listen_where_another_does() {
        try (HttpRig rig = new HttpRig()) {
            HttpTransport transport = new HttpTransport();
            Endpoint taken = Endpoint.parse(rig.server.address().toString(), transport);
            assertThatThrownBy(() -> transport.serve(taken, List.of(), rig.host))
                    .isInstanceOf(TransportException.Unreachable.class)
                    .hasMessage("cannot listen at " + rig.server.address() + ": the port is already in use");
        }
    }
}
