package anywire.transport.inproc;

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
 * The monolith's transport: server and client are in one JVM, a call is a method call, and what the others add to it is
 * their tax. A port is a number in a table of this JVM; nothing is bound.
 *
 * <p>A call whose reply is there at once completes on the caller's thread, before {@link Client#call} returns. An item
 * pushed is heard on the publisher's thread.
 */
public final class InProcess implements Transport {
    static final int MAX_BODY_BYTES = 16 << 20;

    @Override
    public String scheme() {
        return "inproc";
    }

    @Override
    public List<Option<?>> options() {
        return List.of();
    }

    @Override
    public Guarantees guarantees(Endpoint endpoint) {
        return Guarantees.of(
                SendPoint.HANDLED,
                Delivery.AT_MOST_ONCE,
                MAX_BODY_BYTES,
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
        return InProcessServer.start(at, services, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return new InProcessClient(to, host);
    }
}
