package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;
import org.junit.jupiter.api.Tag;

/** The kit over HTTP/2. */
@Tag("slow")
class Http2TckTest extends TransportTck {
    @Override
    protected Endpoint endpoint() {
        return Endpoint.parse("http://127.0.0.1:0?version=http2", new HttpTransport());
    }
}
