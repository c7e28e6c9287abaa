package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Server;
import anywire.transport.kit.LocalHost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A parrot that is served, a client of it, and an end to both that leaves nothing behind. */
final class HttpRig implements AutoCloseable {
    final Parrot parrot = new Parrot();
    final LocalHost host = new LocalHost();
    final Server server;
    final Client client;

    HttpRig() {
        this("");
    }

    /** @param options as a URI has them: {@code ?maxBody=2048} */
    HttpRig(String options) {
        HttpTransport transport = new HttpTransport();
        Endpoint at = Endpoint.parse("http://127.0.0.1:0" + options, transport);
        server = transport.serve(at, List.of(parrot), host);
        client = transport.connect(at.at(server.address()), host);
    }

    RawSocket.Response exchange(String request) throws Exception {
        return RawSocket.exchange(server.address(), request);
    }

    RawSocket raw() throws Exception {
        return new RawSocket(server.address());
    }

    static Call call(Operation operation, String body) {
        return call(operation, body, Duration.ofMinutes(1));
    }

    static Call call(Operation operation, String body, Duration timeLeft) {
        return new Call(
                operation,
                new Body(Format.JSON, body.getBytes(StandardCharsets.UTF_8)),
                Format.JSON,
                timeLeft,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        await().untilAsserted(() -> assertThat(host.lentThreadsAlive()).isZero());
        host.close();
    }
}
