package grpc;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;

/** All that was promised, tried. */
class GrpcTckTest extends TransportTck {
    @Override
    protected Endpoint endpoint() {
        return Endpoint.loopback(new GrpcTransport());
    }
}
