package anywire.transport.tck;

import anywire.transport.Endpoint;
import anywire.transport.inproc.InProcess;

class InProcessTckTest extends TransportTck {
    @Override
    protected Endpoint endpoint() {
        return Endpoint.loopback(new InProcess());
    }
}
