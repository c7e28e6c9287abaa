package anywire.transport.http;

import anywire.transport.Client;
import anywire.transport.Delivery;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Option;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import java.util.List;

/** HTTP/1.1: a Netty server and an OkHttp client. What goes over the wire is drawn in the package's description. */
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
    public Guarantees guarantees(Endpoint endpoint) {
        return Guarantees.of(
                endpoint.get(HttpOptions.ACKS).sendPoint(),
                Delivery.AT_MOST_ONCE,
                endpoint.get(HttpOptions.MAX_BODY),
                Guarantee.LOSSLESS_WHILE_UP,
                Guarantee.RUNS_AT_MOST_ONCE,
                Guarantee.PUSHES_IN_ORDER,
                Guarantee.DETECTS_DEAD_SERVER,
                Guarantee.DETECTS_ABSENT_SERVER);
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
