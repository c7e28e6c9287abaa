package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.Operation;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import java.time.Duration;

/**
 * What a request says beside what any HTTP message says (method, path, length and type of the body): the same by
 * whichever client it goes out.
 */
final class HttpRequests {
    private static final String STREAM_OF = HttpNames.EVENT_STREAM + ", ";

    private HttpRequests() {}

    /** Where headers go. */
    interface Headers {
        void add(AsciiString name, CharSequence value);
    }

    /** Always of a POST, whatever the operation, so that transports compare; GET is for people. */
    static void call(Call call, Duration timeLeft, boolean replyWanted, Acks acks, Headers to) {
        common(call, timeLeft, to);
        to.add(HttpHeaderNames.ACCEPT, HttpNames.mediaType(call.accept()));
        if (!replyWanted) {
            to.add(HttpNames.ACKS, acks.header());
            if (call.operation().kind() == Operation.Kind.CALL) {
                to.add(HttpNames.PREFER, HttpNames.RESPOND_ASYNC);
            }
        }
    }

    /** Of a GET; of a POST where there is a body to go with it. */
    static void subscribe(Call call, Headers to) {
        common(call, call.timeLeft(), to);
        to.add(HttpHeaderNames.ACCEPT, STREAM_OF + call.accept().headerValue());
    }

    private static void common(Call call, Duration timeLeft, Headers to) {
        to.add(HttpNames.TIME_LEFT, TimeLeft.print(timeLeft));
        if (call.caller().isPresent()) {
            to.add(
                    HttpHeaderNames.AUTHORIZATION,
                    HttpNames.BEARER + call.caller().get().token());
        }
        if (call.key().isPresent()) {
            to.add(HttpNames.IDEMPOTENCY_KEY, call.key().get().toString());
        }
    }
}
