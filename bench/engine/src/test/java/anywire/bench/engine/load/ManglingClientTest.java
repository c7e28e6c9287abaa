package anywire.bench.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.codec.BinaryCodec;
import anywire.host.CallTally;
import anywire.host.CallTally.Named;
import anywire.host.Hosting;
import anywire.host.HostingSpec;
import anywire.host.Population;
import anywire.host.Transports;
import anywire.operation.AuthStub;
import anywire.operation.Remote;
import anywire.social.Username;
import anywire.transport.TransportException;
import anywire.transport.kit.LocalHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In process, where calls arrive in the order in which they are made. */
class ManglingClientTest {
    private static final HostingSpec SPEC = new HostingSpec(
            "inproc",
            "inproc://127.0.0.1:0",
            List.of("auth"),
            List.of(),
            "binary",
            20,
            List.of(3),
            "",
            141,
            0,
            "",
            "",
            0,
            0,
            false);

    private final LocalHost host = new LocalHost();
    private final Population world = Population.of(SPEC);
    private final Hosting hosting = new Hosting(SPEC, world, host);
    private final Numbering numbering = new Numbering();
    private final NumberedClient numbered =
            new NumberedClient(Transports.find().get("inproc").connect(hosting.reachable(), host), numbering);

    @AfterEach
    void close() {
        numbered.close();
        hosting.close();
        host.close();
    }

    @Test
    void what_is_done_to_calls_is_what_the_accounting_names() throws Exception {
        numbered.between(
                transport -> new ManglingClient(transport, host.timer(), Set.of(3L, 8L), Set.of(5L), Set.of(1L, 6L)));
        List<CompletableFuture<Username>> answers = call(10);
        assertThat(hosting.tally(1, List.of(10L)))
                .isEqualTo(new CallTally(8, 2, 1, 2, 0, new Named(List.of(3L, 8L), List.of(5L), List.of(1L, 6L))));
        for (int i = 0; i < 10; i++) {
            if (i == 3 || i == 8) {
                assertThat(answers.get(i))
                        .failsWithin(Duration.ofMinutes(1))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(TransportException.TimedOut.class);
            } else {
                assertThat(answers.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(world.user(i));
            }
        }
    }

    @Test
    void a_window_later_all_is_as_it_was() throws Exception {
        numbered.between(transport -> new ManglingClient(transport, host.timer(), Set.of(0L), Set.of(), Set.of()));
        numbered.between(transport -> transport);
        call(3);
        assertThat(hosting.tally(1, List.of(3L))).isEqualTo(new CallTally(3, 0, 0, 0, 0, Named.NONE));
    }

    private List<CompletableFuture<Username>> call(int times) {
        AuthStub auth = new AuthStub(new Remote(numbered, new BinaryCodec(), Duration.ofSeconds(2)));
        List<CompletableFuture<Username>> answers = new ArrayList<>();
        numbering.begin(1);
        for (int i = 0; i < times; i++) {
            answers.add(auth.authenticate(world.token(i)));
        }
        assertThat(numbering.end()).extracting(entry -> entry.getValue()).containsExactly((long) times);
        return answers;
    }
}
