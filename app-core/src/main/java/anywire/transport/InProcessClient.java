package anywire.transport;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The in-process caller's end. What is answered at once passes two counters and no table; only what isn't is entered in
 * {@link PendingCalls}, which then sees to its time.
 */
final class InProcessClient implements Client {
    private final int port;
    private final int maxInFlight;
    private final AtomicInteger entered = new AtomicInteger();
    private final PendingCalls<Reply> calls;
    private final PendingCalls<Void> sends;
    private final PendingCalls<Subscription> subscribing;
    private final Set<InProcessSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile @Nullable InProcessServer server;
    private volatile boolean closed;

    InProcessClient(Endpoint to, Host host) {
        this.port = to.port();
        this.maxInFlight = to.get(CommonOptions.MAX_IN_FLIGHT);
        // The limit is kept here: these tables don't see what is answered at once.
        this.calls = new PendingCalls<>(Integer.MAX_VALUE, host);
        this.sends = new PendingCalls<>(Integer.MAX_VALUE, host);
        this.subscribing = new PendingCalls<>(Integer.MAX_VALUE, host);
    }

    int port() {
        return port;
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return run(call, calls, InProcessClient::answer);
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return run(call, sends, InProcessClient::handle);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        InProcessSubscription subscription = new InProcessSubscription(this, call, topic, listener);
        return run(call, subscribing, (to, admission) -> admit(to, subscription));
    }

    private <T> CompletableFuture<T> run(
            Call call, PendingCalls<T> waiting, BiFunction<InProcessServer, Call, CompletableFuture<T>> work) {
        if (closed) {
            return CompletableFuture.failedFuture(new TransportException.Closed("the client is closed", false));
        }
        if (call.body().size() > InProcess.MAX_BODY_BYTES) {
            return CompletableFuture.failedFuture(tooLarge(call.body(), false));
        }
        if (entered.incrementAndGet() + calls.count() + sends.count() + subscribing.count() > maxInFlight) {
            entered.decrementAndGet();
            return CompletableFuture.failedFuture(new TransportException.Overloaded(
                    maxInFlight + " calls are in flight, as many as maxInFlight allows"));
        }
        InProcessServer to = server();
        if (to == null || !to.began()) {
            entered.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new TransportException.Unreachable("nobody serves at inproc port " + port, null));
        }
        CompletableFuture<T> outcome = work.apply(to, call);
        entered.decrementAndGet();
        if (outcome.isDone()) {
            to.ended();
            return outcome;
        }
        return later(to, call, waiting, outcome);
    }

    private <T> CompletableFuture<T> later(
            InProcessServer to, Call call, PendingCalls<T> waiting, CompletableFuture<T> outcome) {
        PendingCalls.Pending<T> pending = waiting.register(call.timeLeft());
        pending.handedOver();
        outcome.whenComplete((value, failure) -> {
            to.ended();
            if (failure != null) {
                waiting.fail(pending.id(), failure);
            } else if (!waiting.complete(pending.id(), value) && value instanceof Subscription unwanted) {
                unwanted.close();
            }
        });
        if (closed && pending.isCompletedExceptionally()) {
            return CompletableFuture.failedFuture(new TransportException.Closed("the client was closed", true));
        }
        return pending;
    }

    private @Nullable InProcessServer server() {
        InProcessServer known = server;
        if (known != null && known.isOpen()) {
            return known;
        }
        InProcessServer found = InProcessPorts.at(port);
        if (found != null) {
            found.meet(this);
            server = found;
        }
        return found;
    }

    private static CompletableFuture<Reply> answer(InProcessServer to, Call call) {
        CompletableFuture<Reply> outcome = to.routes().call(call);
        if (outcome.isDone() && !outcome.isCompletedExceptionally() && fits(outcome.join())) {
            return outcome;
        }
        CompletableFuture<Reply> carried = new CompletableFuture<>();
        outcome.whenComplete((reply, failure) -> {
            if (failure == null && fits(reply)) {
                carried.complete(reply);
            } else if (failure == null) {
                carried.completeExceptionally(tooLarge(((Reply.Done) reply).body(), true));
            } else if (unwrapped(failure) instanceof RefusedException refused) {
                carried.complete(refused.reply());
            } else {
                carried.completeExceptionally(unwrapped(failure));
            }
        });
        return carried;
    }

    private static CompletableFuture<Void> handle(InProcessServer to, Call call) {
        CompletableFuture<Void> outcome = to.routes().receive(call);
        if (outcome.isDone() && !outcome.isCompletedExceptionally()) {
            return outcome;
        }
        CompletableFuture<Void> carried = new CompletableFuture<>();
        outcome.whenComplete((handled, failure) -> {
            if (failure == null || unwrapped(failure) instanceof RefusedException) {
                carried.complete(null);
            } else {
                carried.completeExceptionally(unwrapped(failure));
            }
        });
        return carried;
    }

    private CompletableFuture<Subscription> admit(InProcessServer to, InProcessSubscription subscription) {
        CompletableFuture<Subscription> live = new CompletableFuture<>();
        to.routes().admit(subscription.call(), subscription.topic()).whenComplete((reply, failure) -> {
            if (failure != null) {
                live.completeExceptionally(unwrapped(failure));
            } else if (reply instanceof Reply.Refused refused) {
                live.completeExceptionally(new RefusedException(refused.why(), refused.detail()));
            } else {
                subscriptions.add(subscription);
                InProcessPorts.subscribes(this);
                to.add(subscription);
                live.complete(subscription);
            }
        });
        return live;
    }

    /** A server is back at this client's port. */
    void resubscribe(InProcessServer to) {
        to.meet(this);
        for (InProcessSubscription subscription : subscriptions) {
            admit(to, subscription).whenComplete((live, failure) -> {
                if (failure == null) {
                    subscription.gap();
                } else {
                    subscriptions.remove(subscription);
                    subscription.end(unwrapped(failure));
                }
                if (subscription.isOver()) {
                    unsubscribe(subscription);
                }
            });
        }
    }

    void unsubscribe(InProcessSubscription subscription) {
        subscriptions.remove(subscription);
        InProcessServer from = InProcessPorts.at(port);
        if (from != null) {
            from.remove(subscription);
        }
    }

    /** The server went away: what it still ran has no answer. */
    void lost(InProcessServer gone) {
        calls.failAll(InProcessClient::disconnected);
        sends.failAll(InProcessClient::disconnected);
        subscribing.failAll(InProcessClient::disconnected);
        if (server == gone) {
            server = null;
        }
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("wire", "method calls within one JVM");
    }

    @Override
    public void close() {
        closed = true;
        calls.close();
        sends.close();
        subscribing.close();
        InProcessPorts.left(this);
        subscriptions.forEach(InProcessSubscription::close);
        InProcessServer known = server;
        if (known != null) {
            known.forget(this);
            server = null;
        }
    }

    static TransportException.TooLarge tooLarge(Body body, boolean mayHaveRun) {
        return new TransportException.TooLarge(
                body.size() + " bytes, and inproc carries at most " + InProcess.MAX_BODY_BYTES, mayHaveRun);
    }

    private static boolean fits(Reply reply) {
        return !(reply instanceof Reply.Done done) || done.body().size() <= InProcess.MAX_BODY_BYTES;
    }

    private static TransportException disconnected(PendingCalls.Pending<?> pending) {
        return new TransportException.Disconnected("the server went away", pending.mayHaveRun(), null);
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
