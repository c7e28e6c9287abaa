package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.Operation.Kind;
import anywire.transport.PendingCalls;
import anywire.transport.PendingCalls.Pending;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
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
    private final Generation version;
    private final Workers workers;
    private final PendingCalls pending;
    private final OkHttpClient http;
    private final OkHttpClient streams;
    private final Requests requests;
    private final Set<HttpSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final int maxBodyBytes;
    private final LongAdder resubscriptions = new LongAdder();

    HttpClient(Endpoint to, Host host) {
        int maxInFlight = to.get(CommonOptions.MAX_IN_FLIGHT);
        this.host = host;
        this.version = to.get(HttpOptions.VERSION);
        this.workers = new Workers(host.threads("http-client"));
        this.pending = new PendingCalls(maxInFlight, host);
        this.requests = new Requests(to);
        this.maxBodyBytes = to.get(HttpOptions.MAX_BODY);
        this.http = new OkHttpClient.Builder()
                .protocols(List.of(version == Generation.HTTP2 ? Protocol.H2_PRIOR_KNOWLEDGE : Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(
                        maxInFlight, to.get(HttpOptions.KEEP_ALIVE).toMillis() / 2, TimeUnit.MILLISECONDS))
                .socketFactory(new WatchfulSocketFactory(version == Generation.HTTP2))
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
        return call.operation().kind() == Kind.EVENT
                ? CompletableFuture.completedFuture(new Reply.Refused(
                        Refusal.UNSUPPORTED, call.operation() + " is an event: send it, there is no reply"))
                : start(call, true);
    }

    @Override
    public CompletableFuture<Void> send(Call event) {
        return start(event, false).as(reply -> null);
    }

    private Pending start(Call call, boolean replyWanted) {
        Pending mine = pending.register(call.timeLeft());
        if (mine.isDone()) {
            return mine;
        }
        if (call.body().size() > maxBodyBytes) {
            pending.fail(mine.id(), ran -> tooLarge(call.body()));
            return mine;
        }
        HttpCall exchange = new HttpCall(http, requests, call, replyWanted, pending, mine, maxBodyBytes);
        CompletableFuture<Reply> ignored = mine.whenComplete((reply, failure) -> {
            if (failure != null) {
                exchange.abandon();
            }
        });
        workers.execute(exchange);
        return mine;
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        String checked = Topic.check(topic);
        Pending live = pending.register(call.timeLeft());
        HttpSubscription subscription =
                new HttpSubscription(this, () -> requests.subscribe(call, checked), listener, live);
        if (!live.isDone()) {
            subscriptions.add(subscription);
            CompletableFuture<Void> ignored =
                    subscription.ended().whenComplete((nothing, failure) -> subscriptions.remove(subscription));
            CompletableFuture<Reply> unused = live.whenComplete((reply, failure) -> {
                if (failure != null) {
                    subscription.close();
                }
            });
            subscription.start();
        }
        return live.as(reply -> subscription);
    }

    /** Runs it now, or, unless the client is closed by then, a little later, on a thread to itself. */
    void listenIn(long millis, Runnable task) {
        if (millis == 0) {
            workers.executeLong(task);
            return;
        }
        resubscriptions.increment();
        try {
            ScheduledFuture<?> ignored =
                    host.timer().schedule(() -> workers.executeLong(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The host went first: nothing is to be heard any more.
        }
    }

    OkHttpClient streams() {
        return streams;
    }

    private TransportException tooLarge(Body body) {
        return new TransportException.TooLarge(
                "the body has " + body.size() + " bytes, and maxBody allows " + maxBodyBytes, false);
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
        return Map.of("resubscriptions", resubscriptions.sum());
    }

    @Override
    public void close() {
        pending.close();
        subscriptions.forEach(HttpSubscription::close);
        workers.close();
        http.connectionPool().evictAll();
    }
}
