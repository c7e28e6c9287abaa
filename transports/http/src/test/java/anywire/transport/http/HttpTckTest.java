package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;

final class HttpTckTest extends TransportTck {
    @Override
    protected Endpoint endpoint() {
        return Endpoint.loopback(new HttpTransport());
    }
}
