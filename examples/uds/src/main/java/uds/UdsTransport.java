package uds;

import anywire.transport.Client;
import anywire.transport.Delivery;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Option;
import anywire.transport.SendPoint;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import java.util.List;

/**
 * Anywire over Unix-domain sockets, by the JDK's own channels.
 *
 * <p>Begin here: this class names the transport, its options and what it promises. What it promises is what the TCK will
 * hold it to. The rest is read in this order: {@link Frames} (what is on the wire), {@link UdsConnection} (the thread that reads and
 * writes a connection), {@link UdsServer} with {@link Session}, {@link UdsClient}.
 */
public final class UdsTransport implements Transport {
    static final Option<Integer> MAX_BODY =
            Option.integer("maxBody", 1 << 20, 1 << 10, 1 << 26, "bytes", "the largest body that is carried");

    @Override
    public String scheme() {
        return "uds";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(MAX_BODY);
    }

    /** An event's send completes with the server's word that it was handled, so nothing that completed is ever lost. */
    @Override
    public Guarantees guarantees(Endpoint endpoint) {
        return Guarantees.of(
                SendPoint.HANDLED,
                Delivery.AT_LEAST_ONCE,
                endpoint.get(MAX_BODY),
                Guarantee.CALLS_ARRIVE,
                Guarantee.EVENTS_ARRIVE,
                Guarantee.PUSHES_ARRIVE,
                Guarantee.CALLS_RUN_AT_MOST_ONCE,
                Guarantee.EVENTS_RUN_AT_MOST_ONCE,
                Guarantee.EVENTS_IN_ORDER,
                Guarantee.PUSHES_IN_ORDER,
                Guarantee.GAPS_ARE_TOLD,
                Guarantee.DETECTS_DEAD_SERVER,
                Guarantee.DETECTS_ABSENT_SERVER);
    }

    @Override
    public Server serve(Endpoint at, List<Service> services, Host host) {
        return UdsServer.start(at, services, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return new UdsClient(to, host);
    }
}
