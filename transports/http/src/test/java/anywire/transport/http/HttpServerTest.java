package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What anybody's client sees, byte for byte. */
@Timeout(300)
final class HttpServerTest {
    private final HttpRig rig = new HttpRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void answers_curl_with_json() throws Exception {
        var response = rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                + "Accept: application/json\r\nContent-Length: 9\r\n\r\n{\"a\":\"b\"}");

        assertThat(response.head())
                .isEqualTo("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n");
        assertThat(response.body()).isEqualTo("{\"a\":\"b\"}");
    }

    @Test
    void hands_on_who_asks_and_the_key_and_the_time_left() throws Exception {
        var response = rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\n"
                + "Content-Type: application/vnd.anywire.binary\r\nAccept: application/vnd.anywire.binary\r\n"
                + "Authorization: Bearer abc\r\nIdempotency-Key: 01234567-89ab-cdef-0123-456789abcdef\r\n"
                + "Anywire-Time-Left: 1.5s\r\nContent-Length: 1\r\n\r\nx");

        assertThat(response.header("Content-Type")).isEqualTo("application/vnd.anywire.binary");
        assertThat(rig.parrot.heard)
                .containsExactly(new Call(
                        Parrot.SAY,
                        new Body(Format.BINARY, new byte[] {'x'}),
                        Format.BINARY,
                        Duration.ofMillis(1500),
                        Optional.of(new Credential("abc")),
                        Optional.of(Key.parse("0123456789abcdef0123456789abcdef"))));
    }

    @Test
    void reads_by_get_with_the_query_as_a_form() throws Exception {
        var response = rig.exchange("GET /parrot/read?author=ann%20b&limit=3 HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(rig.parrot.heard.get(0).body())
                .isEqualTo(new Body(Format.FORM, "author=ann%20b&limit=3".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takes_what_plain_curl_sends_as_a_form() throws Exception {
        rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 3\r\n\r\na=b");
        rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\na=b");

        assertThat(rig.parrot.heard).extracting(call -> call.body().format()).containsOnly(Format.FORM);
    }

    @Test
    void tells_a_head_all_but_the_body() throws Exception {
        try (RawSocket socket = rig.raw()) {
            String head = socket.send("HEAD /parrot/read?a=b HTTP/1.1\r\nHost: h\r\n\r\n")
                    .readHead();
            assertThat(head).contains("HTTP/1.1 200 OK").contains("content-length: 3");
            assertThat(socket.send("GET /parrot/read?c=d HTTP/1.1\r\nHost: h\r\n\r\n")
                            .read()
                            .body())
                    .isEqualTo("c=d");
        }
    }

    @Test
    void explains_itself_in_problem_details() throws Exception {
        String detail = "nobody \"ann\", \u00e9\n";
        var response = rig.exchange("POST /parrot/refuse HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                + "Content-Length: 27\r\n\r\nNOT_FOUND " + detail);

        assertThat(response.head())
                .isEqualTo(
                        "HTTP/1.1 404 Not Found\r\ncontent-type: application/problem+json\r\ncontent-length: 128\r\n\r\n");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"urn:anywire:refusal:not-found\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"nobody \\\"ann\\\", \u00e9\\n\",\"refusal\":\"not-found\"}\n");
    }

    @Test
    void says_where_to_look_when_there_is_no_such_operation() throws Exception {
        var response = rig.exchange("POST /parrot/sing HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");

        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(response.body()).contains("\"refusal\":\"unsupported\"").contains("GET / lists");
    }

    @Test
    void names_the_methods_that_would_do() throws Exception {
        var put = rig.exchange("PUT /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
        var get = rig.exchange("GET /parrot/say HTTP/1.1\r\nHost: h\r\n\r\n");
        var options = rig.exchange("OPTIONS /parrot/read HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(put.statusLine()).isEqualTo("HTTP/1.1 405 Method Not Allowed");
        assertThat(put.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(get.statusLine()).isEqualTo("HTTP/1.1 405 Method Not Allowed");
        assertThat(options.statusLine()).isEqualTo("HTTP/1.1 204 No Content");
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void hints_at_json_when_it_does_not_know_the_media_type() throws Exception {
        var xml = rig.exchange(
                "POST /parrot/say HTTP/1.1\r\nHost: h\r\nContent-Type: text/xml\r\n" + "Content-Length: 2\r\n\r\n<>");
        var jsonAsForm = rig.exchange("POST /parrot/say HTTP/1.1\r\nHost: h\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(xml.statusLine()).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
        assertThat(xml.header("Accept")).startsWith("application/json");
        assertThat(xml.body()).contains("--json");
        assertThat(jsonAsForm.statusLine()).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
        assertThat(jsonAsForm.body()).contains("--json");
        assertThat(rig.parrot.heard).isEmpty();
    }

    @Test
    void asks_for_a_bearer_where_the_credential_is_none() throws Exception {
        var response = rig.exchange(
                "POST /parrot/say HTTP/1.1\r\nHost: h\r\nAuthorization: Basic YTpi\r\n" + "Content-Length: 0\r\n\r\n");

        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void accepts_events_and_calls_that_want_no_reply() throws Exception {
        var event = rig.exchange("POST /parrot/note HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
        var call = rig.exchange(
                "POST /parrot/say HTTP/1.1\r\nHost: h\r\nPrefer: respond-async\r\n" + "Content-Length: 2\r\n\r\nho");

        assertThat(event.head()).isEqualTo("HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n");
        assertThat(call.statusLine()).isEqualTo("HTTP/1.1 202 Accepted");
        assertThat(rig.parrot.heard).hasSize(2);
    }

    @Test
    void tells_a_person_but_not_a_client_that_an_event_was_refused() throws Exception {
        var person = rig.exchange("POST /parrot/note HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");

        assertThat(person.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(rig.client.send(HttpRig.call(Parrot.NOTE, ""))).succeedsWithin(Duration.ofMinutes(1));
        assertThat(rig.server.counts()).containsEntry("refusedEvents", 2L);
    }

    @Test
    void streams_what_is_published() throws Exception {
        try (RawSocket socket = rig.raw()) {
            socket.send("GET /parrot/feed/ann%2Fb HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(socket.readHead())
                    .isEqualTo("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncache-control: no-cache\r\n"
                            + "transfer-encoding: chunked\r\n\r\n");
            assertThat(socket.readUntil("\n\n\r\n")).isEqualTo("13\r\nevent: live\ndata:\n\n\r\n");
            rig.parrot.publish("ann/b", "{\"a\":\n1}");
            assertThat(socket.readUntil("\n\n\r\n")).isEqualTo("16\r\ndata: {\"a\":\ndata: 1}\n\n\r\n");
        }
    }

    @Test
    void streams_any_other_format_in_base64_and_takes_the_topic_from_the_query_too() throws Exception {
        try (RawSocket socket = rig.raw()) {
            socket.send("GET /parrot/feed?topic=ann HTTP/1.1\r\nHost: h\r\n"
                    + "Accept: text/event-stream, application/vnd.anywire.binary\r\n\r\n");
            socket.readUntil("live\ndata:\n\n\r\n");
            rig.parrot.publish("ann", "x");
            assertThat(socket.readUntil("\n\n\r\n"))
                    .endsWith("event: application/vnd.anywire.binary\ndata: eA==\n\n\r\n");
        }
    }

    @Test
    void refuses_a_stream_before_it_begins() throws Exception {
        assertThat(rig.exchange("GET /parrot/feed/secret HTTP/1.1\r\nHost: h\r\n\r\n")
                        .statusLine())
                .isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(rig.exchange("GET /parrot/feed HTTP/1.1\r\nHost: h\r\n\r\n").statusLine())
                .isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(rig.exchange("GET /parrot/feed/a%20b HTTP/1.1\r\nHost: h\r\n\r\n")
                        .statusLine())
                .isEqualTo("HTTP/1.1 400 Bad Request");
    }

    @Test
    void lists_what_there_is() throws Exception {
        var text = rig.exchange("GET / HTTP/1.1\r\nHost: h:1\r\n\r\n");
        var json = rig.exchange("GET / HTTP/1.1\r\nHost: h:1\r\nAccept: application/json\r\n\r\n");

        assertThat(text.body())
                .contains("curl --json '{...}' http://h:1/parrot/say\n")
                .contains("curl -N http://h:1/parrot/feed/TOPIC\n");
        assertThat(json.body()).contains("{\"operation\":\"parrot/say\",\"kind\":\"call\",\"effect\":\"changes\",");
    }

    @Test
    void says_504_to_whoever_gave_a_call_too_little_time() throws Exception {
        var response = rig.exchange(
                "POST /parrot/later HTTP/1.1\r\nHost: h\r\nAnywire-Time-Left: 300ms\r\n" + "Content-Length: 0\r\n\r\n");

        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 504 Gateway Timeout");
        assertThat(response.body()).contains("\"fault\":\"timed-out\",\"mayHaveRun\":true");
    }

    @Test
    void says_500_when_the_service_breaks() throws Exception {
        var response = rig.exchange("GET /parrot/break HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 500 Internal Server Error");
        assertThat(response.body()).contains("\"fault\":\"broken\"").doesNotContain("on purpose");
    }
}
