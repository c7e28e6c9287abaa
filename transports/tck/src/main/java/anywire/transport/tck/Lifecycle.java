package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import anywire.transport.Server;
import anywire.transport.TransportException;
import anywire.transport.TransportException.Closed;
import anywire.transport.TransportException.Disconnected;
import anywire.transport.TransportException.TimedOut;
import anywire.transport.TransportException.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.opentest4j.TestAbortedException;

/** Starting and ending, in any order, as often as you like. */
final class Lifecycle {
    @Check
    void a_server_says_where_it_is(CheckRig rig) {
        URI address = rig.server().address();
        assertThat(address.getPort() > 0 || !address.getPath().isEmpty())
                .as("%s names a port or a file", address)
                .isTrue();
        assertThat(rig.server().address().getUserInfo())
                .as("no secret in an address")
                .isNull();
        assertThat(rig.server().address().getQuery()).isNull();
    }

    @Check(promises = Guarantee.REACHES_OTHER_MACHINES)
    void other_machines_would_find_a_host_and_a_port(CheckRig rig) {
        URI address = rig.server().address();
        assertThat(address.getHost()).as("the host of %s", address).isNotNull();
        assertThat(address.getPort()).isPositive();
    }

    @Check
    void a_service_is_told_once_how_to_push_before_its_first_call(CheckRig rig) {
        rig.server();
        assertThat(rig.lab().publishers).hasSize(1);
    }

    @Check(needs = Kind.PUSH)
    void a_service_is_told_that_a_closed_servers_publisher_leads_nowhere(CheckRig rig) throws Exception {
        rig.server().close();
        assertThat(rig.lab().stopped).containsExactlyElementsOf(rig.lab().publishers);
        Wait.failure(rig.publishing(Set.of("topic"), new byte[1]), Closed.class);
    }

    @Check
    void closing_twice_is_harmless(CheckRig rig) throws Exception {
        Client client = rig.newClient();
        Wait.failure(client.call(Requests.ask(rig.lab().echo, "x")));
        client.close();
        client.close();
        Server server = rig.server();
        server.close();
        server.close();
    }

    @Check
    void what_was_never_used_can_be_closed(CheckRig rig) {
        rig.newClient().close();
        rig.server().close();
    }

    @Check
    void a_client_that_was_never_used_holds_no_thread(CheckRig rig) {
        Endpoint nowhere = rig.deserted();
        try (TckHost own = new TckHost(java.util.Map.of())) {
            Client idle = rig.connect(nowhere, own);
            assertThat(own.lentThreadsAlive()).isZero();
            idle.close();
        }
    }

    @Check(needs = Kind.CALL)
    void closing_a_client_fails_what_is_in_flight(CheckRig rig) throws Exception {
        Client client = rig.newClient();
        CompletableFuture<Reply> held = client.call(Requests.ask(rig.lab().hold, "x"));
        rig.lab().nextHeld();
        client.close();
        assertThat(Wait.failure(held, Closed.class).mayHaveRun()).isTrue();
    }

    @Check
    void a_closed_client_refuses_everything(CheckRig rig) throws Exception {
        Client client = rig.newClient();
        client.close();
        var kinds = rig.guarantees().kinds();
        if (kinds.contains(Kind.CALL)) {
            didNotRun(client.call(Requests.ask(rig.lab().echo, "x")));
        }
        if (kinds.contains(Kind.EVENT)) {
            didNotRun(client.send(Requests.ask(rig.lab().note, "x")));
        }
        if (kinds.contains(Kind.PUSH)) {
            didNotRun(client.subscribe(rig.feed(), "topic", new Ear()));
        }
        assertThat(rig.lab().seen).isEmpty();
    }

    private static void didNotRun(CompletableFuture<?> future) throws InterruptedException {
        assertThat(Wait.failure(future, Closed.class).mayHaveRun()).isFalse();
    }

    @Check(needs = Kind.CALL)
    void closing_one_client_leaves_others_alone(CheckRig rig) throws Exception {
        Client leaving = rig.newClient();
        Client staying = rig.newClient();
        rig.stillWorks(leaving);
        CompletableFuture<Reply> held = staying.call(Requests.ask(rig.lab().hold, "x"));
        Held waiting = rig.lab().nextHeld();
        leaving.close();
        waiting.answer();
        Wait.done(held);
        rig.stillWorks(staying);
    }

    @Check(needs = Kind.CALL)
    void a_closing_server_lets_running_calls_finish(CheckRig rig) throws Exception {
        rig.with(CommonOptions.DRAIN, Duration.ofSeconds(30));
        CompletableFuture<Reply> held = rig.client().call(Requests.ask(rig.lab().hold, "x"));
        Held waiting = rig.lab().nextHeld();
        CompletableFuture<Void> closed = Aside.run(rig.server()::close);
        // Closing has begun once new calls get no answer.
        Wait.until("the server takes no more", () -> refusesNew(rig));
        assertThat(closed).isNotDone();
        waiting.answer();
        assertThat(Wait.done(held)).isEqualTo(waiting.call().body());
        Wait.value(closed);
    }

    private static boolean refusesNew(CheckRig rig) {
        Client late = rig.newClient();
        try {
            return Wait.failure(
                            late.call(Requests.within(Duration.ofMillis(300), Requests.ask(rig.lab().echo, "late"))))
                    .isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            late.close();
        }
    }

    @Check(needs = Kind.CALL)
    void a_closing_server_waits_no_longer_than_its_bound(CheckRig rig) throws Exception {
        rig.with(CommonOptions.DRAIN, Duration.ofMillis(200));
        CompletableFuture<Reply> held =
                rig.client().call(Requests.within(rig.brief().multipliedBy(2), Requests.ask(rig.lab().hold, "x")));
        rig.lab().nextHeld();
        Wait.value(Aside.run(rig.server()::close));
        Throwable failure = Wait.failure(held).orElseThrow();
        assertThat(failure).isInstanceOfAny(Disconnected.class, TimedOut.class);
        assertThat(((TransportException) failure).mayHaveRun()).isTrue();
    }

    @Check(needs = Kind.CALL)
    void a_closed_servers_port_is_free_at_once(CheckRig rig) throws Exception {
        requireOwnPort(rig);
        for (int i = 0; i < 5; i++) {
            rig.stillWorks(rig.newClient());
            rig.stop();
        }
    }

    @Check
    void a_port_in_use_is_refused_in_one_clear_line(CheckRig rig) {
        requireOwnPort(rig);
        Endpoint taken = rig.endpoint().at(rig.server().address());
        assertThatThrownBy(() -> rig.serve(taken, List.of(new Lab("second"))))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining(taken.host().isEmpty() ? taken.path() : String.valueOf(taken.port()))
                .message()
                .doesNotContain("\n");
    }

    @Check(needs = Kind.CALL)
    void a_client_may_be_there_before_its_server(CheckRig rig) throws Exception {
        requireOwnPort(rig);
        rig.server();
        Client early = rig.newClient();
        rig.stop();
        var tooEarly = early.call(Requests.within(Duration.ofMillis(500), Requests.ask(rig.lab().write, "early")));
        assertThat(Wait.failure(tooEarly)).isPresent();
        rig.server();
        Wait.until("the client finds its server", () -> answers(rig, early));
        assertThat(rig.lab().seenOf(rig.lab().write)).isEmpty();
    }

    @Check(needs = Kind.CALL, promises = Guarantee.DETECTS_ABSENT_SERVER)
    void nobody_there_is_told_at_once(CheckRig rig) throws Exception {
        Client client = rig.connect(rig.deserted(), rig.host());
        for (int i = 0; i < 3; i++) {
            var reply = client.call(Requests.within(Duration.ofMinutes(5), Requests.ask(rig.lab().echo, "x")));
            assertThat(Wait.failure(reply, Unreachable.class).mayHaveRun()).isFalse();
        }
    }

    @Check(needs = Kind.CALL)
    void a_call_to_nobody_fails_in_its_time(CheckRig rig) throws Exception {
        Client client = rig.connect(rig.deserted(), rig.host());
        var reply = client.call(Requests.within(Duration.ofMillis(500), Requests.ask(rig.lab().echo, "x")));
        assertThat(Wait.failure(reply).orElseThrow()).isInstanceOf(TransportException.class);
    }

    static boolean answers(CheckRig rig, Client client) {
        CompletableFuture<Reply> reply =
                client.call(Requests.within(Duration.ofSeconds(1), Requests.ask(rig.lab().echo, "there?")));
        try {
            return Wait.failure(reply).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void requireOwnPort(CheckRig rig) {
        if (rig.hasCompanion()) {
            throw new TestAbortedException("the port is the companion's");
        }
    }
}
