package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.PendingCalls;
import anywire.transport.PendingCalls.Pending;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * A caller's end, on OkHttp. A call has a thread to itself while it is under way, as OkHttp's always do, and so has a
 * subscription while it is connected. OkHttp's own limits are out of the way: {@link PendingCalls} counts and times.
 */
final class HttpClient implements Client {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    private final Host host;
    private final Workers workers;
    private final PendingCalls<Reply> pending;
    private final OkHttpClient http;
    private final OkHttpClient streams;
    private final Requests requests;
    private final Set<HttpSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final int maxBodyBytes;
    private volatile boolean closed;

    HttpClient(Endpoint to, Host host) {
        int maxInFlight = to.get(CommonOptions.MAX_IN_FLIGHT);
        this.host = host;
        this.workers = new Workers(host.threads("http-client"));
        this.pending = new PendingCalls<>(maxInFlight, host);
        this.requests = new Requests(to);
        this.maxBodyBytes = to.get(HttpOptions.MAX_BODY);
        this.http = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(
                        maxInFlight, to.get(HttpOptions.KEEP_ALIVE).toMillis() / 2, TimeUnit.MILLISECONDS))
                .socketFactory(new WatchfulSocketFactory())
                .fastFallback(false)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT_TIME)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
        this.streams = http.newBuilder()
                .readTimeout(to.get(HttpOptions.HEARTBEAT).multipliedBy(3))
                .build();
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return start(call, true);
    }

    @Override
    public CompletableFuture<Void> send(Call event) {
        return derived(start(event, false), reply -> null);
    }

    private Pending<Reply> start(Call call, boolean replyWanted) {
        Pending<Reply> mine = pending.register(call.timeLeft());
        if (!mine.isDone()) {
            if (call.body().size() > maxBodyBytes) {
                pending.fail(mine.id(), tooLarge(call.body()));
            } else {
                HttpCall exchange = new HttpCall(http, requests, call, replyWanted, pending, mine, maxBodyBytes);
                mine.whenComplete((reply, failure) -> exchange.abandonUnless(failure == null));
                workers.execute(exchange);
            }
        }
        return mine;
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        Pending<Reply> live = pending.register(call.timeLeft());
        if (live.isDone()) {
            return live.thenApply(reply -> {
                throw new IllegalStateException("live before it began");
            });
        }
        HttpSubscription subscription = new HttpSubscription(
                streams, () -> requests.subscribe(call, topic), listener, workers, host.timer(), pending, live);
        subscriptions.add(subscription);
        subscription.ended().whenComplete((nothing, failure) -> subscriptions.remove(subscription));
        live.whenComplete((reply, failure) -> {
            if (failure != null) {
                subscription.close();
            }
        });
        if (closed) {
            subscription.close();
        }
        subscription.start();
        return derived(live, reply -> subscription);
    }

    /** Cancelling what comes of it cancels the call. */
    private static <T> CompletableFuture<T> derived(Pending<Reply> pending, Function<Reply, T> value) {
        CompletableFuture<T> derived = new CompletableFuture<>();
        pending.whenComplete((reply, failure) -> {
            if (failure == null) {
                derived.complete(value.apply(reply));
            } else {
                derived.completeExceptionally(failure);
            }
        });
        derived.whenComplete((done, failure) -> {
            if (failure instanceof CancellationException) {
                pending.cancel(false);
            }
        });
        return derived;
    }

    private TransportException tooLarge(Body body) {
        return new TransportException.TooLarge(
                "the body has " + body.size() + " bytes, and maxBody allows " + maxBodyBytes, false);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "http", "1.1",
                "client", "okhttp " + OkHttp.VERSION,
                "io", "blocking, a thread for each call in flight",
                "flush", "once for each request");
    }

    @Override
    public void close() {
        closed = true;
        pending.close();
        subscriptions.forEach(HttpSubscription::close);
        workers.close();
        http.connectionPool().evictAll();
    }
}
