package anywire.bench.floor;

import anywire.bench.driver.Protocol.Measure;
import anywire.bench.driver.Protocol.Measured;
import anywire.bench.driver.Protocol.Pushes;
import anywire.bench.floor.Floor.ConnectTo;
import anywire.bench.floor.Floor.Ready;
import anywire.bench.load.Action;
import anywire.bench.load.ClosedLoop;
import anywire.bench.load.Loaded;
import anywire.bench.measure.HistogramBytes;
import anywire.bench.measure.WindowSummary;
import anywire.bench.run.FlightLog;
import anywire.host.Questions;
import anywire.host.Role;
import anywire.host.Spent;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The client of bare HTTP: OkHttp as it comes, with no limit in the way. {@link HttpFloorServer} is the other end. */
final class HttpFloor {
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_PER_SECOND = 200_000;

    private HttpFloor() {}

    public static final class Client implements Role {
        private final OkHttpClient okhttp = client();
        private @Nullable HttpUrl url;

        @Override
        public void answers(Questions on) {
            on.on(ConnectTo.class, to -> {
                url = HttpUrl.get("http://127.0.0.1:" + to.port() + "/auth/authenticate");
                return new Ready();
            });
            on.on(Measure.class, this::measure);
        }

        private Record measure(Measure measure) throws InterruptedException {
            FlightLog log = new FlightLog((int) (measure.nanos() / 1e9 * MAX_PER_SECOND) + 1_000);
            Spent before = Spent.now();
            Loaded loaded = ClosedLoop.run(action(), log, measure.inFlight(), measure.nanos(), DRAIN_NANOS);
            Spent spent = Spent.now().minus(before);
            WindowSummary s = WindowSummary.of(log, DRAIN_NANOS, System.nanoTime());
            byte[] latency = HistogramBytes.of(s.actual());
            double seconds = (loaded.endNanos() - loaded.startNanos()) / 1e9;
            return new Measured(
                    latency,
                    latency,
                    HistogramBytes.of(s.sendLag()),
                    s.sent(),
                    s.sent(),
                    s.right(),
                    s.wrong(),
                    s.refused(),
                    s.failed(),
                    s.timedOut(),
                    s.unanswered(),
                    seconds,
                    s.right() / seconds,
                    s.steadiness(),
                    Pushes.NONE,
                    List.of(),
                    List.of(),
                    spent);
        }

        private Action action() {
            HttpUrl to = url;
            if (to == null) {
                throw new IllegalStateException("not connected");
            }
            byte[] message = new byte[Floor.MESSAGE_BYTES];
            RequestBody body = RequestBody.create(message, MediaType.get("application/octet-stream"));
            Request request = new Request.Builder().url(to).post(body).build();
            return number -> post(request, message);
        }

        private CompletionStage<Boolean> post(Request request, byte[] expected) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            okhttp.newCall(request).enqueue(new Callback() {
                @Override
                public void onResponse(Call call, Response response) throws IOException {
                    boolean right;
                    try (response) {
                        right = response.code() == 200
                                && Arrays.equals(expected, response.body().bytes());
                    }
                    answer.complete(right);
                }

                @Override
                public void onFailure(Call call, IOException e) {
                    answer.completeExceptionally(e);
                }
            });
            return answer;
        }

        private static OkHttpClient client() {
            Dispatcher dispatcher = new Dispatcher();
            dispatcher.setMaxRequests(1024);
            dispatcher.setMaxRequestsPerHost(1024);
            return new OkHttpClient.Builder()
                    .dispatcher(dispatcher)
                    .connectionPool(new ConnectionPool(1024, 5, TimeUnit.MINUTES))
                    .build();
        }
    }
}
