package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.Operation.Kind;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A caller's end: what a client promises whatever the library that carries its requests. {@link PendingCalls} counts and
 * times calls, {@link HttpExchanges} brings them there.
 */
final class HttpClient implements Client {
    static final Duration CONNECT_TIME = Duration.ofSeconds(5);
    /** So many, and a silent stream of events is given up. */
    static final int HEARTBEATS_MISSED = 3;

    private final Host host;
    private final PendingCalls pending;
    private final HttpExchanges exchanges;
    private final Set<HttpSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final int maxBodyBytes;
    private final LongAdder resubscriptions = new LongAdder();

    HttpClient(Endpoint to, Host host) {
        this.host = host;
        this.pending = new PendingCalls(to.get(CommonOptions.MAX_IN_FLIGHT), host);
        this.exchanges = to.get(HttpOptions.CLIENT).exchanges(to, host, pending);
        this.maxBodyBytes = to.get(HttpOptions.MAX_BODY);
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
        HttpExchanges.Exchange exchange = exchanges.of(call, replyWanted, mine);
        CompletableFuture<Reply> ignored = mine.whenComplete((reply, failure) -> {
            if (failure != null) {
                exchange.abandon();
            }
        });
        exchange.begin();
        return mine;
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        String checked = Topic.check(topic);
        Pending live = pending.register(call.timeLeft());
        HttpSubscription subscription = new HttpSubscription(this, call, checked, listener, live);
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

    /** Opens a stream for it now, or, unless the client is closed by then, a little later. */
    void listenIn(long millis, HttpSubscription subscription) {
        if (millis == 0) {
            exchanges.listen(subscription);
            return;
        }
        resubscriptions.increment();
        try {
            ScheduledFuture<?> ignored =
                    host.timer().schedule(() -> exchanges.listen(subscription), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The host went first: nothing is to be heard any more.
        }
    }

    private TransportException tooLarge(Body body) {
        return new TransportException.TooLarge(
                "the body has " + body.size() + " bytes, and maxBody allows " + maxBodyBytes, false);
    }

    @Override
    public Map<String, String> facts() {
        return exchanges.facts();
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>(exchanges.counts());
        counts.put("resubscriptions", resubscriptions.sum());
        return counts;
    }

    @Override
    public void close() {
        pending.close();
        subscriptions.forEach(HttpSubscription::close);
        exchanges.close();
    }
}
