package anywire.transport.tcp;

import anywire.transport.Client;
import anywire.transport.Delivery;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Operation.Kind;
import anywire.transport.Option;
import anywire.transport.SendPoint;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import anywire.transport.tcp.TcpOptions.Acks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Frames over TCP by Netty: see the package for what is on the wire. */
public final class TcpTransport implements Transport {
    @Override
    public String scheme() {
        return "tcp";
    }

    @Override
    public List<Option<?>> options() {
        return TcpOptions.all();
    }

    @Override
    public Guarantees guarantees(Endpoint endpoint) {
        TcpOptions options = TcpOptions.of(endpoint);
        Set<Guarantee> promises = EnumSet.of(
                Guarantee.CALLS_ARRIVE,
                Guarantee.EVENTS_ARRIVE,
                Guarantee.PUSHES_ARRIVE,
                Guarantee.CALLS_RUN_AT_MOST_ONCE,
                Guarantee.EVENTS_RUN_AT_MOST_ONCE,
                Guarantee.PUSHES_IN_ORDER,
                Guarantee.GAPS_ARE_TOLD,
                Guarantee.DETECTS_DEAD_SERVER,
                Guarantee.DETECTS_ABSENT_SERVER,
                Guarantee.REACHES_OTHER_MACHINES);
        if (options.connections() == 1) {
            promises.add(Guarantee.EVENTS_IN_ORDER);
        }
        SendPoint sendCompletes = switch (options.acks()) {
            case NONE -> SendPoint.HANDED_OVER;
            case RECEIVED -> SendPoint.ACCEPTED;
            case HANDLED -> SendPoint.HANDLED;
        };
        Delivery delivery = options.acks() == Acks.HANDLED ? Delivery.AT_LEAST_ONCE : Delivery.AT_MOST_ONCE;
        return new Guarantees(EnumSet.allOf(Kind.class), sendCompletes, delivery, options.maxBodyBytes(), promises);
    }

    @Override
    public Server serve(Endpoint at, List<Service> services, Host host) {
        return TcpServer.bind(at, services, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return new TcpClient(to, host);
    }
}
