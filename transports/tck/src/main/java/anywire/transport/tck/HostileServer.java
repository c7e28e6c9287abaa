package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Client;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something else listens where the server should: calls fail in their time, and the client is none the worse. */
final class HostileServer {
    private static final Duration SHORT = Duration.ofMillis(300);

    private interface Behaviour {
        void meet(SocketChannel caller) throws IOException;
    }

    @Check(needs = Kind.CALL)
    void one_that_says_nothing_costs_a_call_its_time_and_no_more(CheckRig rig) throws Exception {
        callsFailAndTheClientRecovers(rig, caller -> {});
    }

    @Check(needs = Kind.CALL)
    void one_that_hangs_up_at_once_fails_the_call(CheckRig rig) throws Exception {
        callsFailAndTheClientRecovers(rig, SocketChannel::close);
    }

    @Check(needs = Kind.CALL)
    void one_that_hangs_up_on_the_first_word_fails_the_call(CheckRig rig) throws Exception {
        callsFailAndTheClientRecovers(rig, caller -> {
            int ignored = caller.read(ByteBuffer.allocate(1));
            caller.close();
        });
    }

    @Check(needs = Kind.CALL)
    void one_that_answers_with_noise_fails_the_call(CheckRig rig) throws Exception {
        Random random = new Random(5);
        callsFailAndTheClientRecovers(rig, caller -> {
            byte[] noise = new byte[2_000];
            random.nextBytes(noise);
            int ignored = caller.write(ByteBuffer.wrap(noise));
        });
    }

    @Check(needs = Kind.CALL)
    void one_that_speaks_another_protocol_fails_the_call(CheckRig rig) throws Exception {
        callsFailAndTheClientRecovers(
                rig,
                caller -> caller.write(ByteBuffer.wrap("SSH-2.0-OpenSSH_9.6\r\n".getBytes(StandardCharsets.US_ASCII))));
    }

    private static void callsFailAndTheClientRecovers(CheckRig rig, Behaviour behaviour) throws Exception {
        SocketAddress address = RawAddress.STREAM.require(rig);
        Client client = rig.newClient();
        rig.stop();
        List<SocketChannel> callers = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> gone;
        try (ServerSocketChannel impostor = impostor(address)) {
            gone = Aside.run(() -> serve(impostor, callers, behaviour));
            for (int i = 0; i < 2; i++) {
                CompletableFuture<Reply> reply =
                        client.call(Requests.within(SHORT, Requests.ask(rig.lab().write, "x")));
                assertThat(Wait.failure(reply).orElseThrow()).isInstanceOf(TransportException.class);
            }
        }
        if (address instanceof UnixDomainSocketAddress file) {
            Files.delete(file.getPath());
        }
        hangUp(callers);
        Wait.value(gone);
        hangUp(callers);
        rig.server();
        Wait.until("the client finds the real server", () -> Lifecycle.answers(rig, client));
    }

    private static ServerSocketChannel impostor(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address)
                : ServerSocketChannel.open().bind(address);
    }

    private static void hangUp(List<SocketChannel> callers) throws IOException {
        for (SocketChannel caller : callers) {
            caller.close();
        }
    }

    private static void serve(ServerSocketChannel impostor, List<SocketChannel> callers, Behaviour behaviour) {
        while (impostor.isOpen()) {
            try {
                SocketChannel caller = impostor.accept();
                callers.add(caller);
                behaviour.meet(caller);
            } catch (IOException e) {
                // That caller, or the impostor itself, is gone.
            }
        }
    }
}
