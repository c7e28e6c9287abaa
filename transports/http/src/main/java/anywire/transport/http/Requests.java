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
final class Requests {
    private static final String STREAM_OF = Wire.EVENT_STREAM + ", ";

    private Requests() {}

    /** Where headers go. */
    interface Headers {
        void add(AsciiString name, CharSequence value);
    }

    /** Always of a POST, whatever the operation, so that transports compare; GET is for people. */
    static void call(Call call, Duration timeLeft, boolean replyWanted, Acks acks, Headers to) {
        common(call, timeLeft, to);
        to.add(HttpHeaderNames.ACCEPT, Wire.mediaType(call.accept()));
        if (!replyWanted) {
            to.add(Wire.ACKS, acks.header());
            if (call.operation().kind() == Operation.Kind.CALL) {
                to.add(Wire.PREFER, Wire.RESPOND_ASYNC);
            }
        }
    }

    /** Of a GET; of a POST where there is a body to go with it. */
    static void subscribe(Call call, Headers to) {
        common(call, call.timeLeft(), to);
        to.add(HttpHeaderNames.ACCEPT, STREAM_OF + call.accept().headerValue());
    }

    private static void common(Call call, Duration timeLeft, Headers to) {
        to.add(Wire.TIME_LEFT, TimeLeft.print(timeLeft));
        if (call.caller().isPresent()) {
            to.add(
                    HttpHeaderNames.AUTHORIZATION,
                    Wire.BEARER + call.caller().get().token());
        }
        if (call.key().isPresent()) {
            to.add(Wire.IDEMPOTENCY_KEY, call.key().get().toString());
        }
    }
}
