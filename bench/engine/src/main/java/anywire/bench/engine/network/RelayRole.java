package anywire.bench.engine.network;

import anywire.bench.model.Crossed;
import anywire.host.Questions;
import anywire.host.Role;
import anywire.host.Spent;
import anywire.network.Conditions;
import anywire.network.Relay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Relays streams and datagrams alike: what lies behind need not say which it takes. */
public final class RelayRole implements Role {
    private static final int MAX_TRIES = 20;

    private final Map<String, List<Relay>> open = new LinkedHashMap<>();

    /**
     * @param network that it is part of, by name
     * @param delayNanos one way
     */
    public record Open(String network, String host, int port, long delayNanos) {}

    /** @param port on loopback, for streams and datagrams */
    public record Opened(int port) {}

    @Override
    public void answers(Questions on) {
        on.on(Open.class, this::open);
        on.on(Crossing.class, asked -> crossed());
    }

    private Crossed crossed() {
        Crossed all = Crossed.NOTHING;
        for (Map.Entry<String, List<Relay>> network : open.entrySet()) {
            for (Relay relay : network.getValue()) {
                all = all.plus(new Crossed(List.of(Crossing.of(network.getKey(), relay.tally())), 0));
            }
        }
        return new Crossed(all.networks(), Spent.now().cpuNanos());
    }

    private Record open(Open wanted) throws IOException {
        InetSocketAddress server = new InetSocketAddress(wanted.host(), wanted.port());
        Conditions conditions = Conditions.NONE.withDelay(Duration.ofNanos(wanted.delayNanos()));
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int i = 1; ; i++) {
            Relay streams = Relay.tcp(new InetSocketAddress(here, 0), server, conditions, 0);
            try {
                Relay datagrams = Relay.udp(streams.address(), server, conditions, 0);
                open.computeIfAbsent(wanted.network(), network -> new ArrayList<>())
                        .addAll(List.of(streams, datagrams));
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
        open.values().forEach(relays -> relays.forEach(Relay::close));
    }
}
