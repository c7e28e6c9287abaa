package anywire.transport.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** A request: what its head asked for, and its body as far as it is there. */
final class Incoming {
    private final RequestPlan plan;
    private final HttpVersion version;
    private final boolean keepAlive;
    private final BodyBuffer body;

    /** @param announcedBytes at most {@code maxBodyBytes} */
    Incoming(HttpRequest head, RequestPlan plan, long announcedBytes, int maxBodyBytes) {
        this.plan = plan;
        this.version = head.protocolVersion();
        this.keepAlive = HttpUtil.isKeepAlive(head);
        this.body = new BodyBuffer(announcedBytes, maxBodyBytes);
    }

    RequestPlan plan() {
        return plan;
    }

    /** @return false if that would be too much */
    boolean add(HttpContent part) {
        return body.add(part.content());
    }

    void run(Turn turn) {
        plan.run(body.take(), turn);
    }

    boolean keepAlive() {
        return keepAlive;
    }

    /** HTTP/1.1 means it without saying so. */
    void sayKeepAlive(FullHttpResponse response) {
        if (!isHttp11()) {
            HttpUtil.setKeepAlive(response.headers(), version, true);
        }
    }

    boolean isHttp11() {
        return version.equals(HttpVersion.HTTP_1_1);
    }
}
