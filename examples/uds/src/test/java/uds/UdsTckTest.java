package uds;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;

/** All that was promised, tried. */
class UdsTckTest extends TransportTck {
    @Override
    protected Endpoint endpoint() {
        return Endpoint.loopback(new UdsTransport());
    }
}
