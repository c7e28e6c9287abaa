package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import anywire.transport.Refusal;
import anywire.transport.TransportException;
import java.time.Duration;
import java.util.List;

/** A call and its answer: what arrives is what was sent. */
final class Calls {
    @Check(needs = Kind.CALL)
    void every_byte_value_comes_back(CheckRig rig) throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        for (Operation operation : List.of(rig.lab().echo, rig.lab().write)) {
            Body answer = Wait.done(rig.client().call(Requests.ask(operation, all)));
            assertThat(answer.bytes()).isEqualTo(all);
            assertThat(answer.format()).isEqualTo(Format.BINARY);
        }
    }

    @Check(needs = Kind.CALL)
    void the_operation_arrives_as_the_service_described_it(CheckRig rig) throws Exception {
        arrived(rig, Requests.ask(rig.lab().write, "x"));
        Operation arrived = rig.lab().seen.element().operation();
        assertThat(arrived).isEqualTo(rig.lab().write);
        assertThat(arrived.kind()).isEqualTo(Kind.CALL);
        assertThat(arrived.effect()).isEqualTo(Operation.Effect.CHANGES);
        assertThat(arrived.work()).isEqualTo(Operation.Work.QUICK);
    }

    @Check(needs = Kind.CALL)
    void the_credential_arrives(CheckRig rig) throws Exception {
        Credential caller = new Credential("~Az09+/=._-!\"#$%&'()*,:;<>?@[]^`{|}");
        assertThat(arrived(rig, Requests.by(caller, Requests.ask(rig.lab().echo, "x")))
                        .caller())
                .contains(caller);
    }

    @Check(needs = Kind.CALL)
    void the_longest_credential_arrives(CheckRig rig) throws Exception {
        Credential caller = new Credential("c".repeat(Credential.MAX_CHARS));
        assertThat(arrived(rig, Requests.by(caller, Requests.ask(rig.lab().echo, "x")))
                        .caller())
                .contains(caller);
    }

    @Check(needs = Kind.CALL)
    void no_credential_arrives_where_none_was_given(CheckRig rig) throws Exception {
        arrived(rig, Requests.by(new Credential("earlier"), Requests.ask(rig.lab().echo, "x")));
        rig.lab().seen.clear();
        Call arrived = arrived(rig, Requests.ask(rig.lab().echo, "x"));
        assertThat(arrived.caller()).isEmpty();
        assertThat(arrived.key()).isEmpty();
    }

    @Check(needs = Kind.CALL)
    void the_key_arrives(CheckRig rig) throws Exception {
        Key key = new Key(0x8000_0000_0000_0001L, -2);
        assertThat(arrived(rig, Requests.keyed(key, Requests.ask(rig.lab().write, "x")))
                        .key())
                .contains(key);
    }

    @Check(needs = Kind.CALL)
    void the_wanted_format_arrives(CheckRig rig) throws Exception {
        for (Format format : List.of(Format.BINARY, Format.JSON, Format.of(77))) {
            rig.lab().seen.clear();
            Call sent = Requests.accepting(format, Requests.ask(rig.lab().grow, Lab.growing(10)));
            assertThat(Wait.done(rig.client().call(sent)).format()).isEqualTo(format);
            assertThat(rig.lab().seen.element().accept()).isEqualTo(format);
        }
    }

    @Check(needs = Kind.CALL)
    void a_body_keeps_its_format_even_one_that_nobody_knows(CheckRig rig) throws Exception {
        for (Format format : List.of(Format.BINARY, Format.JSON, Format.FORM, Format.of(32), Format.of(255))) {
            Body sent = new Body(format, Requests.pattern(50));
            assertThat(Wait.done(rig.client().call(Requests.ask(rig.lab().write, sent))))
                    .isEqualTo(sent);
        }
        assertThat(rig.lab().seen.stream().map(call -> call.body().format().id()))
                .containsExactly(1, 2, 3, 32, 255);
    }

    @Check(needs = Kind.CALL)
    void the_time_left_arrives_and_has_not_grown(CheckRig rig) throws Exception {
        Duration sent = Duration.ofMinutes(30);
        Duration left = arrived(rig, Requests.within(sent, Requests.ask(rig.lab().echo, "x")))
                .timeLeft();
        assertThat(left).isLessThanOrEqualTo(sent).isGreaterThan(sent.dividedBy(2));
    }

    @Check(needs = Kind.CALL)
    void each_service_of_a_server_gets_its_own_calls(CheckRig rig) throws Exception {
        Lab other = new Lab(rig.lab().describe().service() + "other");
        var both = rig.clientOf(rig.serve(rig.endpoint(), List.of(rig.lab(), other)));
        Wait.done(both.call(Requests.ask(rig.lab().echo, "one")));
        Wait.done(both.call(Requests.ask(other.write, "other")));
        assertThat(rig.lab().seen).extracting(Call::operation).containsExactly(rig.lab().echo);
        assertThat(other.seen).extracting(Call::operation).containsExactly(other.write);
    }

    @Check(needs = {Kind.CALL, Kind.EVENT})
    void an_event_can_not_be_called(CheckRig rig) throws Exception {
        assertThat(Wait.refused(rig.client().call(Requests.ask(rig.lab().note, "x")))
                        .why())
                .isEqualTo(Refusal.UNSUPPORTED);
        assertThat(rig.lab().seen).isEmpty();
        rig.stillWorks(rig.client());
    }

    @Check(needs = {Kind.CALL, Kind.PUSH})
    void a_push_can_not_be_called(CheckRig rig) throws Exception {
        assertThat(Wait.refused(rig.client().call(rig.feed())).why()).isEqualTo(Refusal.UNSUPPORTED);
        assertThat(rig.lab().seen).isEmpty();
    }

    @Check(needs = Kind.CALL)
    void a_service_that_throws_is_broken_and_the_call_may_have_run(CheckRig rig) throws Exception {
        for (Operation operation : List.of(rig.lab().fail, rig.lab().failLater)) {
            var broken = Wait.failure(rig.client().call(Requests.ask(operation, "x")), TransportException.Broken.class);
            assertThat(broken.mayHaveRun()).isTrue();
            rig.stillWorks(rig.client());
        }
    }

    @Check(needs = Kind.CALL)
    void an_answer_may_come_later_from_another_thread(CheckRig rig) throws Exception {
        var reply = rig.client().call(Requests.ask(rig.lab().hold, "x"));
        Held held = rig.lab().nextHeld();
        rig.host().timer().execute(() -> held.answer(new byte[] {42}));
        assertThat(Wait.done(reply).bytes()).containsExactly(42);
    }

    @Check(needs = Kind.CALL)
    void an_operation_that_blocks_runs_on_the_hosts_executor(CheckRig rig) throws Exception {
        rig.lab().openGate();
        Wait.done(rig.client().call(Requests.ask(rig.lab().block, "x")));
        Wait.done(rig.client().call(Requests.ask(rig.lab().echo, "x")));
        assertThat(rig.lab().threads.poll()).startsWith("blocking-");
        assertThat(rig.lab().threads.poll()).doesNotStartWith("blocking-");
    }

    private static Call arrived(CheckRig rig, Call sent) throws InterruptedException {
        Wait.done(rig.client().call(sent));
        return rig.lab().seen.element();
    }
}
