package anywire.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Reply;
import anywire.transport.Server;
import anywire.transport.kit.LocalHost;
import anywire.transport.tck.EchoService;
import java.util.List;

/** A server with the echo service and clients of it; closing it checks that no thread is left. */
final class TcpLoopback implements AutoCloseable {
    final TcpTransport transport = new TcpTransport();
    final EchoService service = new EchoService();
    final LocalHost host = new LocalHost();
    private final String options;
    Server server;

    TcpLoopback(String options) {
        this.options = options;
        this.server = serve(0);
    }

    private Server serve(int port) {
        return transport.serve(Endpoint.parse("tcp://127.0.0.1:" + port + options, transport), List.of(service), host);
    }

    int port() {
        return server.address().getPort();
    }

    void stop() {
        server.close();
    }

    /** At the same port, which another process may have come to use for a moment. */
    void startAgain() {
        await().ignoreExceptions().until(() -> {
            server = serve(port());
            return true;
        });
    }

    Client client() {
        return client(port());
    }

    Client client(int port) {
        return transport.connect(Endpoint.parse("tcp://127.0.0.1:" + port + options, transport), host);
    }

    /** Replies to the call that is held, or to the next one that is. */
    void release() {
        await().until(() -> !service.held.isEmpty());
        service.held.remove().complete(new Reply.Done(EchoService.body("released")));
    }

    long counted(String name) {
        return server.counts().getOrDefault(name, 0L);
    }

    @Override
    public void close() {
        server.close();
        await().untilAsserted(() -> assertThat(host.lentThreadsAlive()).isZero());
        host.close();
    }
}
