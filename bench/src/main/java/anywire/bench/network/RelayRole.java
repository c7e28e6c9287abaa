package anywire.bench.network;

import anywire.host.Questions;
import anywire.host.Role;
import anywire.relay.Conditions;
import anywire.relay.Relay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Relays streams and datagrams alike: what lies behind need not say which it takes. */
public final class RelayRole implements Role {
    private static final int MAX_TRIES = 20;

    private final List<Relay> open = new ArrayList<>();

    /** @param delayNanos one way */
    public record Open(String host, int port, long delayNanos) {}

    /** @param port on loopback, for streams and datagrams */
    public record Opened(int port) {}

    @Override
    public void answers(Questions on) {
        on.on(Open.class, this::open);
    }

    private Record open(Open wanted) throws IOException {
        InetSocketAddress server = new InetSocketAddress(wanted.host(), wanted.port());
        Conditions conditions = Conditions.NONE.withDelay(Duration.ofNanos(wanted.delayNanos()));
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int i = 1; ; i++) {
            Relay streams = Relay.tcp(new InetSocketAddress(here, 0), server, conditions, 0);
            try {
                Relay datagrams = Relay.udp(streams.address(), server, conditions, 0);
                open.addAll(List.of(streams, datagrams));
                return new Opened(streams.address().getPort());
            } catch (IOException e) {
                // The number was free for the one and not for the other.
                streams.close();
                if (i == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        open.forEach(Relay::close);
    }
}
