package anywire.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.TransportException;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;
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
    void come_out_of_netty_as_they_went_in_however_they_are_cut(Body body) {
        byte[] event = SentEvents.encode(body);
        for (int cut = 1; cut <= event.length; cut++) {
            List<Body> heard = new ArrayList<>();
            EventReader reader = new EventReader(1024, (type, data) -> heard.add(SentEvents.decode(type, data)));
            reader.read(Unpooled.wrappedBuffer(SentEvents.HEARTBEAT));
            for (int from = 0; from < event.length; from += cut) {
                reader.read(Unpooled.wrappedBuffer(event, from, Math.min(cut, event.length - from)));
            }
            assertThat(heard).containsExactly(body);
        }
    }

    @Test
    void may_end_their_lines_in_any_way() {
        assertThat(read("event: a\r\ndata: 1\r\ndata:2\r\n\r\nevent:b\rdata\r\rid: 7\ndata:  3\n\n: no data\n\n"))
                .containsExactly("a=1\n2", "b=", "null= 3");
    }

    @Test
    void are_no_larger_than_they_may_be() {
        assertThatThrownBy(() -> read("data: " + "x".repeat(2_000)))
                .isInstanceOf(TransportException.Broken.class)
                .hasMessageContaining("more than");
        assertThat(read("x".repeat(100_000) + "\ndata: still there\n\n")).containsExactly("null=still there");
    }

    private static List<String> read(String stream) {
        List<String> heard = new ArrayList<>();
        new EventReader(1024, (type, data) -> heard.add(type + "=" + new String(data, StandardCharsets.UTF_8)))
                .read(Unpooled.copiedBuffer(stream, StandardCharsets.UTF_8));
        return heard;
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void come_out_of_okhttp_as_they_went_in(Body body) {
        Response response = new Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(SentEvents.encode(body), MediaType.get(HttpNames.EVENT_STREAM)))
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
