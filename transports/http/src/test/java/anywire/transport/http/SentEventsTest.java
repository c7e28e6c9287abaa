package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SentEventsTest {
    static List<Body> bodies() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return List.of(
                new Body(Format.JSON, "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)),
                new Body(Format.JSON, "\n{\n\n \"\u00e9\ud83d\ude00\": 1}\n".getBytes(StandardCharsets.UTF_8)),
                new Body(Format.JSON, "{\r\n}".getBytes(StandardCharsets.UTF_8)),
                new Body(Format.JSON, " \u0000:".getBytes(StandardCharsets.UTF_8)),
                new Body(Format.JSON, all),
                Body.empty(Format.JSON),
                Body.empty(Format.BINARY),
                new Body(Format.BINARY, all),
                new Body(Format.of(200), all));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void come_out_of_a_stream_as_they_went_in(Body body) {
        Response response = new Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(SentEvents.encode(body), MediaType.get(Wire.EVENT_STREAM)))
                .build();
        Body[] heard = new Body[1];
        EventSources.processResponse(response, new EventSourceListener() {
            @Override
            public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
                heard[0] = SentEvents.decode(type, data.getBytes(StandardCharsets.UTF_8));
            }
        });
        assertThat(heard).containsExactly(body);
    }
}
