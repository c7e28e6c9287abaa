package anywire.transport.http;

/** What OkHttp's client does, Netty's does, too. */
final class NettyClientTest extends HttpClientTest {
    @Override
    String client() {
        return "client=netty";
    }
}
