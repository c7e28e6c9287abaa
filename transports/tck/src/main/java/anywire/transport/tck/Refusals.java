package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Operation;
import anywire.transport.Operation.Effect;
import anywire.transport.Operation.Kind;
import anywire.transport.Operation.Work;
import anywire.transport.Refusal;
import anywire.transport.Reply;

/** The service's "no" is an answer, and crosses whole. */
final class Refusals {
    @Check(needs = Kind.CALL)
    void every_refusal_crosses_with_its_reason(CheckRig rig) throws Exception {
        for (Refusal why : Refusal.values()) {
            String detail = "because of " + why;
            assertThat(refuse(rig, why, detail)).isEqualTo(new Reply.Refused(why, detail));
        }
    }

    @Check(needs = Kind.CALL)
    void a_reason_keeps_its_accents_quotes_and_emoji(CheckRig rig) throws Exception {
        for (String detail : new String[] {
            "“Zoë” ist kein gültiger Name", "用户名已被占用", "say \"please\" \\ {json} <xml> & more: ,;=%20", "taken 🐦"
        }) {
            assertThat(refuse(rig, Refusal.CONFLICT, detail).detail()).isEqualTo(detail);
        }
    }

    @Check(needs = Kind.CALL)
    void the_longest_reason_crosses_whole(CheckRig rig) throws Exception {
        String detail = "ü".repeat(Refusal.MAX_DETAIL_CHARS);
        assertThat(refuse(rig, Refusal.INVALID, detail).detail()).isEqualTo(detail);
    }

    @Check(needs = Kind.CALL)
    void a_reason_may_be_empty(CheckRig rig) throws Exception {
        assertThat(refuse(rig, Refusal.NOT_FOUND, "").detail()).isEmpty();
    }

    @Check(needs = Kind.CALL)
    void an_unknown_operation_is_unsupported_and_named(CheckRig rig) throws Exception {
        String service = rig.lab().describe().service();
        Operation unknown = new Operation(service, "nonesuch", Kind.CALL, Effect.READS, Work.QUICK);
        Reply.Refused refused = Wait.refused(rig.client().call(Requests.ask(unknown, "x")));
        assertThat(refused.why()).isEqualTo(Refusal.UNSUPPORTED);
        assertThat(refused.detail()).contains(unknown.path());
        assertThat(rig.lab().seen).isEmpty();
        rig.stillWorks(rig.client());
    }

    @Check(needs = Kind.CALL)
    void a_refusal_that_comes_later_crosses_too(CheckRig rig) throws Exception {
        var reply = rig.client().call(Requests.ask(rig.lab().hold, "x"));
        Reply.Refused no = new Reply.Refused(Refusal.FORBIDDEN, "not you");
        rig.lab().nextHeld().reply().complete(no);
        assertThat(Wait.refused(reply)).isEqualTo(no);
    }

    private static Reply.Refused refuse(CheckRig rig, Refusal why, String detail) throws InterruptedException {
        return Wait.refused(rig.client().call(Requests.ask(rig.lab().refuse, Lab.refusing(why, detail))));
    }
}
