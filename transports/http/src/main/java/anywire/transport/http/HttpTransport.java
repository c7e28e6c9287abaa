package anywire.transport.http;

import anywire.transport.Client;
import anywire.transport.Delivery;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Option;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import java.util.List;

/** HTTP/1.1, or HTTP/2: a Netty server, and a client on OkHttp or on Netty. What goes over the wire is drawn in the package's description. */
public final class HttpTransport implements Transport {
    @Override
    public String scheme() {
        return "http";
    }

    @Override
    public List<Option<?>> options() {
        return HttpOptions.all();
    }

    @Override
    public String label(Endpoint endpoint) {
        String version = endpoint.get(HttpOptions.VERSION) == HttpVersion.HTTP2 ? "http2" : "http";
        return version + " (" + endpoint.get(HttpOptions.CLIENT).word() + ")";
    }

    @Override
    public Guarantees guarantees(Endpoint endpoint) {
        if (endpoint.host().isEmpty()) {
            throw new InvalidEndpointException("http needs a host: write http://127.0.0.1:7000 or the like");
        }
        return Guarantees.of(
                endpoint.get(HttpOptions.ACKS).sendPoint(),
                Delivery.AT_MOST_ONCE,
                endpoint.get(HttpOptions.MAX_BODY),
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
        return HttpServer.start(at, services, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return new HttpClient(to, host);
    }
}
