package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.Endpoint;
import anywire.transport.Format;
import anywire.transport.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Requests as OkHttp has them; what they share is made once. Safe for use by many threads. */
final class OkHttpRequests {
    private final HttpUrl root;
    private final Acks acks;
    private final Map<Operation, HttpUrl> urls = new ConcurrentHashMap<>();
    private final Map<Format, MediaType> mediaTypes = new ConcurrentHashMap<>();

    OkHttpRequests(Endpoint to) {
        this.root = HttpUrl.get("http://" + (to.host().indexOf(':') < 0 ? to.host() : "[" + to.host() + "]") + ":"
                + to.port() + to.path());
        this.acks = to.get(HttpOptions.ACKS);
    }

    MediaType mediaType(Format format) {
        MediaType known = mediaTypes.get(format);
        return known != null ? known : mediaTypes.computeIfAbsent(format, f -> MediaType.get(f.headerValue()));
    }

    Request call(Call call, RequestBody body, Duration timeLeft, boolean replyWanted) {
        Request.Builder request =
                new Request.Builder().url(url(call.operation())).post(body);
        HttpRequests.call(call, timeLeft, replyWanted, acks, headersOf(request));
        return request.build();
    }

    Request subscribe(Call call, String topic) {
        HttpUrl url = url(call.operation()).newBuilder().addPathSegment(topic).build();
        Request.Builder request = new Request.Builder().url(url);
        HttpRequests.subscribe(call, headersOf(request));
        if (call.body().size() > 0) {
            request.post(RequestBody.create(
                    call.body().bytes(), mediaType(call.body().format())));
        }
        return request.build();
    }

    private static HttpRequests.Headers headersOf(Request.Builder request) {
        return (name, value) -> request.header(name.toString(), value.toString());
    }

    private HttpUrl url(Operation operation) {
        HttpUrl known = urls.get(operation);
        return known != null
                ? known
                : urls.computeIfAbsent(
                        operation,
                        o -> root.newBuilder().addPathSegments(o.path()).build());
    }
}
