package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;
import org.junit.jupiter.api.Tag;

@Tag("slow")
final class HttpTckAckedOnReceiptTest extends TransportTck {
    @Override
    protected Endpoint endpoint() {
        return Endpoint.loopback(new HttpTransport()).with(HttpOptions.ACKS, Acks.RECEIVED);
    }
}
