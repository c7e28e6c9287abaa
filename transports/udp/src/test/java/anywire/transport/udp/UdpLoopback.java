package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.network.Conditions;
import anywire.network.Relay;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Server;
import anywire.transport.kit.LocalHost;
import anywire.transport.tck.EchoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** A server with the echo service behind a relay, and clients of it; closing it checks that no thread is left. */
final class UdpLoopback implements AutoCloseable {
    static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    final UdpTransport transport = new UdpTransport();
    final EchoService service = new EchoService();
    final LocalHost host = new LocalHost(Map.of("udp.key", KEY));
    final Relay relay;
    private final String options;
    private final Server server;

    UdpLoopback(String options) {
        this.options = options;
        this.server = transport.serve(endpoint(0), List.of(service), host);
        try {
            this.relay =
                    Relay.udp(new InetSocketAddress(HERE, 0), new InetSocketAddress(HERE, port()), Conditions.NONE, 3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Endpoint endpoint(int port) {
        return Endpoint.parse("udp://127.0.0.1:" + port + options, transport);
    }

    int port() {
        return server.address().getPort();
    }

    /** Straight to the server. */
    Client client() {
        return transport.connect(endpoint(port()), host);
    }

    /** Through the relay. */
    Client clientBehindRelay() {
        return transport.connect(endpoint(relay.address().getPort()), host);
    }

    long counted(String name) {
        return server.counts().getOrDefault(name, 0L);
    }

    @Override
    public void close() {
        server.close();
        relay.close();
        await().untilAsserted(() -> assertThat(host.lentThreadsAlive()).isZero());
        host.close();
    }
}
