package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;

/** The kit over the client on Netty, by HTTP/2. */
final class NettyClientHttp2TckTest extends TransportTck {
    @Override
    protected Endpoint endpoint() {
        return Endpoint.loopback(new HttpTransport())
                .with(HttpOptions.CLIENT, ClientLibrary.NETTY)
                .with(HttpOptions.VERSION, HttpVersion.HTTP2);
    }
}
