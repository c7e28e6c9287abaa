package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Body;
import anywire.transport.Client;
import anywire.transport.Format;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.http.ScriptedServer.Peer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On which connections Netty's client has its streams, and what becomes of those that the server does not finish. */
@Timeout(60)
final class Http2ClientPoolTest {
    private static final String NETTY = "client=netty&version=http2";

    private static CompletableFuture<Reply> ask(Client client, String text) {
        return client.call(HttpRig.call(Parrot.SAY, text));
    }

    private static String text(CompletableFuture<Reply> reply) throws Exception {
        Body body = ((Reply.Done) reply.get(20, TimeUnit.SECONDS)).body();
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    private static TransportException failure(CompletableFuture<?> future) throws Exception {
        return (TransportException) future.handle((value, failure) -> failure).get(20, TimeUnit.SECONDS);
    }

    private static long connections(Client client) {
        return client.counts().getOrDefault("connections", -1L);
    }

    private static List<CompletableFuture<Reply>> held(HttpRig rig, int calls) {
        List<CompletableFuture<Reply>> held = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            held.add(rig.client.call(HttpRig.call(Parrot.LATER, "x")));
        }
        await().until(() -> rig.parrot.waiting.size() == calls);
        return held;
    }

    private static void answer(HttpRig rig, List<CompletableFuture<Reply>> held) throws Exception {
        rig.parrot.waiting.forEach(reply -> reply.complete(new Reply.Done(Body.empty(Format.JSON))));
        for (CompletableFuture<Reply> call : held) {
            text(call);
        }
        rig.parrot.waiting.clear();
    }

    @Test
    void many_calls_at_once_take_one_connection() throws Exception {
        try (HttpRig rig = new HttpRig("?" + NETTY)) {
            answer(rig, held(rig, 200));
            assertThat(connections(rig.client)).isEqualTo(1);
        }
    }

    @Test
    void calls_beyond_the_servers_streams_take_another_connection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var one = ask(server.client, "1");
            try (FramePeer first = server.acceptHttp2(2)) {
                int oneStream = first.request();
                var two = ask(server.client, "2");
                int twoStream = first.request();
                var three = ask(server.client, "3");
                try (FramePeer second = server.acceptHttp2(2)) {
                    second.answer(second.request(), "c");
                    assertThat(text(three)).isEqualTo("c");
                    first.answer(oneStream, "a");
                    assertThat(text(one)).isEqualTo("a");
                    var four = ask(server.client, "4");
                    first.answer(first.request(), "d");
                    assertThat(text(four)).isEqualTo("d");
                    first.answer(twoStream, "b");
                    assertThat(text(two)).isEqualTo("b");
                    assertThat(connections(server.client)).isEqualTo(2);
                }
            }
        }
    }

    @Test
    void the_completion_of_the_last_that_fits_finds_room_for_the_next() throws Exception {
        try (HttpRig rig = new HttpRig("?maxConnections=2&" + NETTY)) {
            CompletableFuture<Reply> last = ask(rig.client, "0");
            for (int i = 1; i < 50; i++) {
                String next = "" + i;
                last = last.thenCompose(reply -> ask(rig.client, next));
            }
            assertThat(text(last)).isEqualTo("49");
            assertThat(connections(rig.client)).isEqualTo(1);
        }
    }

    @Test
    void what_a_leaving_server_has_not_begun_goes_elsewhere_and_the_rest_is_finished() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var begun = ask(server.client, "1");
            try (FramePeer leaving = server.acceptHttp2(100)) {
                int first = leaving.request();
                var unseen = ask(server.client, "2");
                assertThat(leaving.request()).isGreaterThan(first);
                leaving.goAway(first);
                try (FramePeer next = server.acceptHttp2(100)) {
                    next.answer(next.request(), "b");
                    assertThat(text(unseen)).isEqualTo("b");
                    assertThat(begun).isNotDone();
                    leaving.answer(first, "a");
                    assertThat(text(begun)).isEqualTo("a");
                    leaving.awaitEnd();
                    var more = ask(server.client, "3");
                    next.answer(next.request(), "c");
                    assertThat(text(more)).isEqualTo("c");
                }
            }
        }
    }

    @Test
    void a_refused_stream_is_asked_again_but_not_for_ever() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "1");
            try (FramePeer peer = server.acceptHttp2(100)) {
                peer.reset(peer.request(), FramePeer.REFUSED_STREAM);
                peer.answer(peer.request(), "a");
                assertThat(text(call)).isEqualTo("a");

                var unwanted = ask(server.client, "2");
                for (int i = 0; i < 4; i++) {
                    peer.reset(peer.request(), FramePeer.REFUSED_STREAM);
                }
                assertThat(failure(unwanted))
                        .isInstanceOf(TransportException.Disconnected.class)
                        .matches(why -> !why.mayHaveRun());
            }
        }
    }

    @Test
    void a_stream_that_is_cut_off_may_have_run_and_is_not_asked_again() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "1");
            try (FramePeer peer = server.acceptHttp2(100)) {
                int stream = peer.request();
                var other = ask(server.client, "2");
                int otherStream = peer.request();
                peer.head(stream);
                peer.reset(stream, FramePeer.CANCEL);
                assertThat(failure(call))
                        .isInstanceOf(TransportException.Disconnected.class)
                        .matches(TransportException::mayHaveRun);
                peer.answer(otherStream, "b");
                assertThat(text(other)).isEqualTo("b");
            }
        }
    }

    @Test
    void a_call_that_is_given_up_resets_its_stream_and_no_other() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var given = ask(server.client, "1");
            try (FramePeer peer = server.acceptHttp2(100)) {
                int stream = peer.request();
                var other = ask(server.client, "2");
                int otherStream = peer.request();
                given.cancel(false);
                assertThat(peer.reset()).isEqualTo(stream);
                peer.answer(stream, "too late");
                peer.answer(otherStream, "b");
                assertThat(text(other)).isEqualTo("b");
            }
        }
    }

    @Test
    void a_server_that_answers_no_ping_once_a_call_was_given_up_gets_no_more_calls() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var given = ask(server.client, "1");
            try (FramePeer dead = server.acceptHttp2(100)) {
                dead.ignorePings();
                dead.request();
                given.cancel(false);
                dead.awaitEnd();
                var next = ask(server.client, "2");
                try (FramePeer alive = server.acceptHttp2(100)) {
                    alive.answer(alive.request(), "b");
                    assertThat(text(next)).isEqualTo("b");
                }
            }
        }
    }

    @Test
    void a_response_that_is_too_large_costs_its_stream_and_no_other() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY + "&maxBody=1024")) {
            var large = ask(server.client, "1");
            try (FramePeer peer = server.acceptHttp2(100)) {
                int stream = peer.request();
                var other = ask(server.client, "2");
                int otherStream = peer.request();
                peer.answer(stream, "x".repeat(1025));
                assertThat(failure(large))
                        .isInstanceOf(TransportException.TooLarge.class)
                        .matches(TransportException::mayHaveRun);
                peer.answer(otherStream, "b");
                assertThat(text(other)).isEqualTo("b");
            }
        }
    }

    @Test
    void a_server_that_allows_no_streams_is_overloaded() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "1");
            try (FramePeer peer = server.acceptHttp2(0)) {
                assertThat(failure(call)).isInstanceOf(TransportException.Overloaded.class);
                peer.close();
            }
        }
    }

    @Test
    void what_speaks_no_http2_is_broken_and_was_sent_nothing_to_run() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "1");
            try (Peer peer = server.accept()) {
                peer.say("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                assertThat(failure(call))
                        .isInstanceOf(TransportException.Broken.class)
                        .matches(why -> !why.mayHaveRun());
            }
        }
    }

    @Test
    void what_lies_idle_is_given_up_before_the_server_does_so() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY + "&keepAlive=100ms")) {
            var call = ask(server.client, "1");
            try (FramePeer peer = server.acceptHttp2(100)) {
                peer.answer(peer.request(), "a");
                text(call);
                peer.awaitEnd();
            }
        }
    }
}
