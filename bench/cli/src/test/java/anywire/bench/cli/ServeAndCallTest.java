package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.cli.ServedHere.Peers;
import anywire.operation.Operations;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeAndCallTest {
    private static final String POST =
            "{\"post\":{\"id\":1,\"author\":\"ann\",\"at\":\"2026-01-02T03:04:05Z\",\"text\":\"Hello\"}}";

    private final TransportCatalog found = new TransportCatalog();

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "http"})
    void a_person_signs_up_logs_in_posts_reads_and_searches_by_hand(String scheme) throws Exception {
        try (ServedHere served = serve(scheme, Operations.services(), Peers.NONE)) {
            String at = served.address().toString();
            assertThat(call(at, "auth/signUp", "username=ann", "password=correct horse")
                            .exit())
                    .isZero();
            String token = token(at, "ann");

            Said posted = call(at, "storage/post", "author=ann", "text=Hello, world", "--token", token);
            assertThat(posted.exit()).isZero();
            assertThat(posted.out()).contains("\"text\":\"Hello, world\"");
            assertThat(call(at, "storage/byAuthor", "author=ann").out()).contains("Hello, world");
            assertThat(call(at, "storage/search", "--data", "{\"word\":\"hello\"}")
                            .out())
                    .contains("Hello, world");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "http"})
    void a_refusal_is_one_line_and_exit_code_1(String scheme) throws Exception {
        try (ServedHere served = serve(scheme, Operations.services(), Peers.NONE)) {
            Said said = call(served.address().toString(), "storage/post", "author=ann", "text=Hello");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.errLines()).singleElement().asString().startsWith("anywire: refused (unauthenticated): ");
        }
    }

    @Test
    void a_service_alone_asks_auth_where_it_runs() throws Exception {
        try (ServedHere auth = serve("tcp", List.of("auth"), Peers.NONE);
                ServedHere storage = serve(
                        "http",
                        List.of("storage"),
                        new Peers(Optional.of(auth.address().toString()), Optional.empty()))) {
            String at = auth.address().toString();
            call(at, "auth/signUp", "username=ann", "password=correct horse");

            Said posted = call(
                    storage.address().toString(), "storage/post", "author=ann", "text=Hi", "--token", token(at, "ann"));

            assertThat(posted.out()).contains("\"text\":\"Hi\"");
        }
    }

    @Test
    void nobody_there_is_one_line_and_exit_code_1() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Said said = call("tcp://127.0.0.1:" + free, "auth/knows", "username=ann");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errLines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp", "http"})
    void pings_are_counted_and_summed_up(String scheme) throws Exception {
        try (ServedHere served = serve(scheme, Operations.services(), Peers.NONE)) {
            Said said = Said.by(
                    "ping",
                    "--count",
                    "5",
                    "--interval",
                    "1ms",
                    served.address().toString());

            assertThat(said.exit()).isZero();
            assertThat(said.out()).contains("1: ", "(connecting included)", "5 asked, 5 answered, 0.00 % lost", "p99 ");
        }
    }

    @Test
    void a_ping_that_nobody_answers_is_exit_code_1() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Said said = Said.by("ping", "--count", "2", "--interval", "1ms", "tcp://127.0.0.1:" + free);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("2 asked, 0 answered, 100 % lost").doesNotContain("p50");
    }

    @Test
    void a_port_in_use_is_one_line_and_exit_code_1() throws Exception {
        try (ServedHere served = serve("tcp", List.of("auth"), Peers.NONE)) {
            String port = String.valueOf(served.address().getPort());
            Said said = Said.by("serve", "all", "--transport", "tcp", "--port", port);

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.errLines()).singleElement().asString().contains(port);
        }
    }

    @Test
    void a_service_whose_callers_nobody_can_check_is_refused() throws Exception {
        Said said = Said.by("serve", "storage", "--transport", "tcp");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.errLines()).singleElement().asString().contains("auth neither runs here nor is given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "http"})
    void a_follower_hears_of_posts_until_the_count_is_reached(String scheme) throws Exception {
        try (ServedHere served = serve(scheme, Operations.services(), Peers.NONE)) {
            String at = served.address().toString();
            for (String user : List.of("ann", "bob")) {
                call(at, "auth/signUp", "username=" + user, "password=correct horse");
            }
            String ann = token(at, "ann");
            String bob = token(at, "bob");
            call(at, "follow/follow", "follower=bob", "followed=ann", "--token", bob);
            CompletableFuture<Said> heard = new CompletableFuture<>();
            Thread listening = new Thread(
                    () -> heard.complete(call(at, "notify/inbox", "--topic", "bob", "--count", "2", "--token", bob)));
            listening.start();

            await().until(() -> {
                call(at, "notify/published", "--data", POST, "--token", ann);
                return heard.isDone();
            });

            listening.join();
            assertThat(heard.get().exit()).isZero();
            assertThat(heard.get().out().lines()).hasSize(2).allMatch(line -> line.contains("\"text\":\"Hello\""));
        }
    }

    private ServedHere serve(String scheme, List<String> services, Peers peers) throws InterruptedException {
        Transport transport = found.named(scheme);
        return ServedHere.start(found, Endpoint.loopback(transport), services, peers, Map.of());
    }

    private static String token(String at, String user) {
        Said said = call(at, "auth/logIn", "username=" + user, "password=correct horse");
        assertThat(said.exit()).isZero();
        return said.out().strip().replaceAll("\\{\"token\":\"(.*)\"}", "$1");
    }

    private static Said call(String at, String operation, String... more) {
        String[] arguments = new String[more.length + 6];
        arguments[0] = "call";
        arguments[1] = operation;
        arguments[2] = "--at";
        arguments[3] = at;
        arguments[4] = "--timeout";
        arguments[5] = "1m";
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Said.by(arguments);
    }
}
