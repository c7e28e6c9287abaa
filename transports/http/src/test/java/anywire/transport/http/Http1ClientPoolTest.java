package anywire.transport.http;

import static anywire.transport.http.Asking.NETTY;
import static anywire.transport.http.Asking.ask;
import static anywire.transport.http.Asking.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Body;
import anywire.transport.Client;
import anywire.transport.Format;
import anywire.transport.Reply;
import anywire.transport.http.ScriptedServer.Peer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which connections Netty's client makes, keeps and uses again, and what it makes of what comes back on them. */
@Timeout(60)
final class Http1ClientPoolTest {
    private static long connections(Client client) {
        return client.counts().getOrDefault("connections", -1L);
    }

    @Test
    void one_call_after_another_takes_one_connection() throws Exception {
        try (HttpRig rig = new HttpRig("?" + NETTY)) {
            for (int i = 0; i < 50; i++) {
                assertThat(text(ask(rig.client, "n" + i))).isEqualTo("n" + i);
            }
            assertThat(connections(rig.client)).isEqualTo(1);
        }
    }

    @Test
    void calls_under_way_at_once_never_share_a_connection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var one = ask(server.client, "1");
            var two = ask(server.client, "2");
            try (Peer first = server.accept();
                    Peer second = server.accept()) {
                assertThat(Set.of(first.request(), second.request())).isEqualTo(Set.of("1", "2"));
                assertThat(first.hasMore() || second.hasMore()).isFalse();
                first.answer("a");
                second.answer("b");
                assertThat(new HashSet<>(List.of(text(one), text(two)))).isEqualTo(Set.of("a", "b"));
            }
        }
    }

    @Test
    void what_was_used_last_is_used_first() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var one = ask(server.client, "1");
            try (Peer first = server.accept()) {
                first.request();
                var two = ask(server.client, "2");
                try (Peer second = server.accept()) {
                    second.request();
                    second.answer("b");
                    text(two);
                    first.answer("a");
                    text(one);
                    for (int i = 0; i < 3; i++) {
                        var next = ask(server.client, "next");
                        first.request();
                        first.answer("c");
                        text(next);
                    }
                    assertThat(second.hasMore()).isFalse();
                }
            }
        }
    }

    @Test
    void a_call_that_waits_for_a_new_connection_takes_one_that_gets_free() throws Exception {
        try (HttpRig rig = new HttpRig("?" + NETTY)) {
            List<CompletableFuture<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(rig.client.call(HttpRig.call(Parrot.LATER, "x")));
            }
            await().until(() -> rig.parrot.waiting.size() == 20);
            assertThat(connections(rig.client)).isEqualTo(20);
            rig.parrot.waiting.forEach(reply -> reply.complete(new Reply.Done(Body.empty(Format.JSON))));
            for (CompletableFuture<Reply> call : calls) {
                text(call);
            }
            for (int i = 0; i < 100; i++) {
                text(ask(rig.client, "x"));
            }
            assertThat(connections(rig.client)).isEqualTo(20);
        }
    }

    @Test
    void many_callers_need_no_more_connections_than_they_are() throws Exception {
        int callers = 8;
        try (HttpRig rig = new HttpRig("?" + NETTY)) {
            List<Thread> threads = new ArrayList<>();
            List<Throwable> wrong = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                String own = "caller " + i + " ";
                Thread thread = new Thread(() -> {
                    try {
                        for (int j = 0; j < 300; j++) {
                            assertThat(text(ask(rig.client, own + j))).isEqualTo(own + j);
                        }
                    } catch (Throwable e) {
                        synchronized (wrong) {
                            wrong.add(e);
                        }
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(wrong).isEmpty();
            assertThat(connections(rig.client)).isBetween(1L, (long) callers);
        }
    }

    @Test
    void several_loops_have_connections_of_their_own() throws Exception {
        try (HttpRig rig = new HttpRig("?loops=3&" + NETTY)) {
            for (int i = 0; i < 9; i++) {
                text(ask(rig.client, "x"));
            }
            assertThat(connections(rig.client)).isEqualTo(3);
            assertThat(rig.client.facts()).containsEntry("loops", "3");
        }
    }

    @Test
    void what_the_server_closes_between_calls_costs_none() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            for (int i = 0; i < 3; i++) {
                var call = ask(server.client, "x");
                try (Peer peer = server.accept()) {
                    peer.request();
                    peer.answer("y");
                    assertThat(text(call)).isEqualTo("y");
                    peer.hangUp();
                }
            }
        }
    }

    @Test
    void what_the_server_will_close_is_not_used_again() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "x");
            try (Peer leaving = server.accept()) {
                leaving.request();
                leaving.say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: 1\r\n\r\ny");
                assertThat(text(call)).isEqualTo("y");
                leaving.awaitEnd();
            }
        }
    }

    @Test
    void what_speaks_unasked_is_not_used_again() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "x");
            try (Peer peer = server.accept()) {
                peer.request();
                peer.answer("y");
                text(call);
                peer.answer("and another thing");
                peer.awaitEnd();
            }
            var next = ask(server.client, "x");
            try (Peer peer = server.accept()) {
                peer.request();
                peer.answer("z");
                assertThat(text(next)).isEqualTo("z");
            }
        }
    }

    @Test
    void a_call_that_is_given_up_hangs_up() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY)) {
            var call = ask(server.client, "x");
            try (Peer peer = server.accept()) {
                peer.request();
                call.cancel(false);
                peer.awaitEnd();
            }
        }
    }

    @Test
    void what_lies_idle_is_given_up_before_the_server_does_so() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY + "&keepAlive=100ms")) {
            var call = ask(server.client, "x");
            try (Peer peer = server.accept()) {
                peer.request();
                peer.answer("y");
                text(call);
                peer.awaitEnd();
            }
        }
    }

    @Test
    void a_silent_stream_of_events_is_opened_anew() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NETTY + "&heartbeat=50ms")) {
            List<String> heard = new CopyOnWriteArrayList<>();
            var live = server.client.subscribe(HttpRig.call(Parrot.FEED, "x"), "a%/?+b", new RecordingListener(heard));
            for (int i = 0; i < 2; i++) {
                try (Peer peer = server.accept()) {
                    peer.request();
                    peer.say("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: live\ndata:\n\n");
                    live.get(20, TimeUnit.SECONDS);
                    peer.awaitEnd();
                }
            }
            assertThat(heard).containsExactly("gap");
        }
    }

    @Test
    void a_topic_arrives_as_it_is() throws Exception {
        try (HttpRig rig = new HttpRig("?" + NETTY)) {
            List<String> heard = new CopyOnWriteArrayList<>();
            String topic = "a%/?+b..#&=~*";
            rig.client
                    .subscribe(HttpRig.call(Parrot.FEED, ""), topic, new RecordingListener(heard))
                    .get(20, TimeUnit.SECONDS);
            rig.parrot.publish(topic, "heard");
            await().untilAsserted(() -> assertThat(heard).containsExactly("heard"));
        }
    }
}
