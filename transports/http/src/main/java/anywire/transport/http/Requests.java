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

/** Makes requests; what they share is made once. Safe for use by many threads. */
final class Requests {
    private final HttpUrl root;
    private final Acks acks;
    private final Map<Operation, HttpUrl> urls = new ConcurrentHashMap<>();
    private final Map<Format, MediaType> mediaTypes = new ConcurrentHashMap<>();

    Requests(Endpoint to) {
        this.root = HttpUrl.get("http://" + (to.host().indexOf(':') < 0 ? to.host() : "[" + to.host() + "]") + ":"
                + to.port() + to.path());
        this.acks = to.get(HttpOptions.ACKS);
    }

    MediaType mediaType(Format format) {
        MediaType known = mediaTypes.get(format);
        return known != null ? known : mediaTypes.computeIfAbsent(format, f -> MediaType.get(f.headerValue()));
    }

    /** Always a POST, whatever the operation, so that transports compare; GET is for people. */
    Request call(Call call, RequestBody body, Duration timeLeft, boolean replyWanted) {
        Request.Builder request = request(call, url(call.operation()), timeLeft).post(body);
        request.header("Accept", call.accept().headerValue());
        if (!replyWanted) {
            request.header(Wire.ACKS, acks.word());
            if (call.operation().kind() == Operation.Kind.CALL) {
                request.header(Wire.PREFER, Wire.RESPOND_ASYNC);
            }
        }
        return request.build();
    }

    /** A GET; a POST where there is a body to go with it. */
    Request subscribe(Call call, String topic) {
        HttpUrl url = url(call.operation()).newBuilder().addPathSegment(topic).build();
        Request.Builder request = request(call, url, call.timeLeft())
                .header("Accept", Wire.EVENT_STREAM + ", " + call.accept().headerValue());
        if (call.body().size() > 0) {
            request.post(RequestBody.create(
                    call.body().bytes(), mediaType(call.body().format())));
        }
        return request.build();
    }

    private static Request.Builder request(Call call, HttpUrl url, Duration timeLeft) {
        Request.Builder request = new Request.Builder().url(url).header(Wire.TIME_LEFT, TimeLeft.print(timeLeft));
        call.caller().ifPresent(caller -> request.header("Authorization", Wire.BEARER + caller.token()));
        call.key().ifPresent(key -> request.header(Wire.IDEMPOTENCY_KEY, key.toString()));
        return request;
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
