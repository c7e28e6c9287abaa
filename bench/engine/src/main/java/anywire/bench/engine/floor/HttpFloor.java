package anywire.bench.engine.floor;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.floor.Floor.ConnectTo;
import anywire.bench.engine.floor.Floor.Ready;
import anywire.host.Questions;
import anywire.host.Role;
import java.io.IOException;
import java.util.Arrays;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The client of bare HTTP: OkHttp called on one thread, which waits. Its dispatcher, which hands every call to another
 * thread, is not in the way. {@link HttpFloorServer} is the other end.
 */
final class HttpFloor {
    private HttpFloor() {}

    /** Asks on the role's own thread. */
    public static final class Client implements Role {
        private final OkHttpClient okhttp = new OkHttpClient();
        private @Nullable HttpUrl url;

        @Override
        public void answers(Questions on) {
            on.on(ConnectTo.class, to -> {
                url = HttpUrl.get("http://127.0.0.1:" + to.port() + "/auth/authenticate");
                return new Ready();
            });
            on.on(Measure.class, this::measure);
        }

        private Record measure(Measure measure) throws IOException {
            HttpUrl to = url;
            if (to == null) {
                throw new IllegalStateException("not connected");
            }
            byte[] message = new byte[Floor.MESSAGE_BYTES];
            RequestBody body = RequestBody.create(message, MediaType.get("application/octet-stream"));
            Request request = new Request.Builder().url(to).post(body).build();
            return FloorWindow.run(measure, () -> {
                try (Response response = okhttp.newCall(request).execute()) {
                    return response.code() == 200
                            && Arrays.equals(message, response.body().bytes());
                }
            });
        }
    }
}
