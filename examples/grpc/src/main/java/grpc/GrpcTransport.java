package grpc;

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
 * Anywire over gRPC, by grpc-java on its Netty. Calls and events are unary methods, push is a server's stream. Bodies go as
 * they are, by a marshaller of bytes: no protocol buffers are in between, so what is measured is gRPC without them.
 */
public final class GrpcTransport implements Transport {
    /** Which threads run gRPC's callbacks. */
    enum Callbacks {
        /** The event loop: right for services that do not block, as here, where the host takes those that do elsewhere. */
        DIRECT,
        /** A cached pool, which is what gRPC does when nobody says otherwise. */
        POOL
    }

    static final Option<Integer> MAX_BODY =
            Option.integer("maxBody", 1 << 20, 1 << 10, 1 << 26, "bytes", "the largest body that is carried");
    static final Option<Callbacks> CALLBACKS =
            Option.choice("callbacks", Callbacks.DIRECT, "which threads run gRPC's callbacks");

    @Override
    public String scheme() {
        return "grpc";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(MAX_BODY, CALLBACKS);
    }

    /** Each event is a stream of its own: gRPC does not promise that they keep their order. */
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
                Guarantee.PUSHES_IN_ORDER,
                Guarantee.GAPS_ARE_TOLD,
                Guarantee.DETECTS_DEAD_SERVER,
                Guarantee.DETECTS_ABSENT_SERVER,
                Guarantee.REACHES_OTHER_MACHINES);
    }

    @Override
    public Server serve(Endpoint at, List<Service> services, Host host) {
        return GrpcServer.start(at, services, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return new GrpcClient(to, host);
    }
}
