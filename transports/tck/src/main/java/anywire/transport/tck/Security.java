package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Client;
import anywire.transport.Credential;
import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import anywire.transport.Secret;
import anywire.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.opentest4j.TestAbortedException;

/** What is promised of clients without the secret, and of eavesdroppers. */
final class Security {
    @Check(needs = Kind.CALL, promises = Guarantee.AUTHENTICATED_PEER)
    void a_caller_with_a_wrong_secret_is_not_served(CheckRig rig) throws Exception {
        List<Secret> secrets = rig.transport().secrets(rig.endpoint());
        if (secrets.isEmpty()) {
            throw new TestAbortedException("there is no secret to be wrong about");
        }
        rig.server();
        Map<String, String> wrong = new HashMap<>();
        rig.secrets().forEach((name, value) -> wrong.put(name, new StringBuilder(value).reverse() + "0"));
        try (TckHost peer = new TckHost(wrong)) {
            Client client = rig.connect(rig.endpoint().at(rig.server().address()), peer);
            var reply = client.call(Requests.within(Duration.ofSeconds(2), Requests.ask(rig.lab().write, "x")));
            Throwable failure = Wait.failure(reply).orElseThrow(() -> new AssertionError("it was served"));
            assertThat(failure)
                    .isInstanceOfAny(TransportException.PeerRejected.class, TransportException.TimedOut.class);
            client.close();
        }
        rig.stillWorks(rig.client());
        assertThat(rig.lab().seenOf(rig.lab().write)).isEmpty();
    }

    @Check(needs = Kind.CALL, promises = Guarantee.ENCRYPTED)
    void nobody_on_the_line_can_read_along(CheckRig rig) throws Exception {
        String body = "a body that nobody else should read";
        Credential caller = new Credential("a-token-that-nobody-else-should-read");
        try (Tap tap = new Tap(RawAddress.STREAM.require(rig), UnaryOperator.identity(), UnaryOperator.identity())) {
            Client tapped =
                    rig.connect(rig.endpoint().at(tap.address(rig.transport().scheme())), rig.host());
            Wait.done(tapped.call(Requests.by(caller, Requests.ask(rig.lab().write, body))));
            String overheard = new String(tap.said(), StandardCharsets.ISO_8859_1);
            assertThat(overheard)
                    .isNotEmpty()
                    .doesNotContain(body, caller.token(), rig.lab().write.path());
            tapped.close();
        }
    }
}
