package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Requests by OkHttp. A call has a thread to itself while it is under way, as OkHttp's always do, and so has a subscription
 * while it is connected. OkHttp's own limits are out of the way: {@link PendingCalls} counts and times.
 */
final class OkHttpExchanges implements HttpExchanges {
    private final HttpVersion version;
    private final Workers workers;
    private final PendingCalls pending;
    private final OkHttpClient http;
    private final OkHttpClient streams;
    private final OkHttpRequests requests;
    private final int maxBodyBytes;

    OkHttpExchanges(Endpoint to, Host host, PendingCalls pending) {
        this.version = to.get(HttpOptions.VERSION);
        this.workers = new Workers(host.threads("http-client"));
        this.pending = pending;
        this.requests = new OkHttpRequests(to);
        this.maxBodyBytes = to.get(HttpOptions.MAX_BODY);
        this.http = new OkHttpClient.Builder()
                .protocols(List.of(version == HttpVersion.HTTP2 ? Protocol.H2_PRIOR_KNOWLEDGE : Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(
                        to.get(CommonOptions.MAX_IN_FLIGHT),
                        to.get(HttpOptions.KEEP_ALIVE).toMillis() / 2,
                        TimeUnit.MILLISECONDS))
                .socketFactory(new WatchfulSocketFactory(version == HttpVersion.HTTP2))
                .fastFallback(false)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(HttpClient.CONNECT_TIME)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
        this.streams = http.newBuilder()
                .readTimeout(to.get(HttpOptions.HEARTBEAT).multipliedBy(HttpClient.HEARTBEATS_MISSED))
                .build();
    }

    @Override
    public Exchange of(Call call, boolean replyWanted, Pending mine) {
        return new OkHttpCall(http, workers, requests, call, replyWanted, pending, mine, maxBodyBytes);
    }

    @Override
    public void listen(HttpSubscription subscription) {
        workers.executeLong(new OkHttpStream(streams, requests, subscription));
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "http",
                version.number(),
                "client",
                "okhttp " + OkHttp.VERSION,
                "io",
                "blocking, a thread for each call in flight",
                "flush",
                "once for each request");
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of();
    }

    @Override
    public void close() {
        workers.close();
        http.connectionPool().evictAll();
    }
}
