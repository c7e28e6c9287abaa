package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Endpoint;
import anywire.transport.Operation;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.AsciiString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Requests as Netty has them; what they share is made once. For use by one thread. */
final class NettyRequests {
    private static final int MAX_HEADERS = 10;
    private static final byte[] NOTHING = {};

    private final boolean http2;
    private final Acks acks;
    private final String prefix;
    private final AsciiString authority;
    private final Map<Operation, Path> paths = new HashMap<>();
    private final HttpRequests.Headers headers = this::add;
    private final AsciiString[] pairs = new AsciiString[2 * MAX_HEADERS];
    private int used;

    private record Path(String uri, AsciiString ascii) {}

    NettyRequests(Endpoint to) {
        this.http2 = to.get(HttpOptions.VERSION) == HttpVersion.HTTP2;
        this.acks = to.get(HttpOptions.ACKS);
        this.prefix = to.path().replaceFirst("/+$", "");
        this.authority =
                AsciiString.of((to.host().indexOf(':') < 0 ? to.host() : "[" + to.host() + "]") + ":" + to.port());
    }

    NettyRequest call(Call call, Duration timeLeft, boolean replyWanted) {
        begin();
        HttpRequests.call(call, timeLeft, replyWanted, acks, headers);
        Path path = path(call.operation());
        return post(path.uri(), path.ascii(), call.body());
    }

    NettyRequest subscribe(Call call, String topic) {
        begin();
        HttpRequests.subscribe(call, headers);
        String uri = path(call.operation()).uri() + "/"
                + URLEncoder.encode(topic, StandardCharsets.UTF_8).replace("+", "%20");
        return call.body().size() > 0
                ? post(uri, AsciiString.of(uri), call.body())
                : request(HttpMethod.GET, uri, AsciiString.of(uri), NOTHING);
    }

    private NettyRequest post(String uri, AsciiString path, Body body) {
        add(HttpHeaderNames.CONTENT_TYPE, HttpNames.mediaType(body.format()));
        add(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.size()));
        return request(HttpMethod.POST, uri, path, body.bytes());
    }

    private NettyRequest request(HttpMethod method, String uri, AsciiString path, byte[] body) {
        return new NettyRequest(method, uri, path, authority, Arrays.copyOf(pairs, used), body);
    }

    /** In HTTP/2 the authority is no header. */
    private void begin() {
        used = 0;
        if (!http2) {
            add(HttpHeaderNames.HOST, authority);
        }
    }

    private void add(AsciiString name, CharSequence value) {
        pairs[used++] = name;
        pairs[used++] = AsciiString.of(value);
    }

    private Path path(Operation operation) {
        Path known = paths.get(operation);
        if (known != null) {
            return known;
        }
        String uri = prefix + "/" + operation.path();
        Path made = new Path(uri, AsciiString.of(uri));
        paths.put(operation, made);
        return made;
    }
}
