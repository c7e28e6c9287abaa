package anywire.transport.inproc;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Format;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.kit.PendingCalls;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The in-process caller's end. What is answered at once passes a counter and no table; only what isn't is entered in
 * {@link PendingCalls}, which then sees to its time.
 */
final class InProcessClient implements Client {
    private static final Reply HANDLED = new Reply.Done(Body.empty(Format.BINARY));

    private final int port;
    private final int maxInFlight;
    /** Calls on their way into the service, before it is known whether they have to wait. */
    private final AtomicInteger entering = new AtomicInteger();

    private final PendingCalls pending;
    private final Set<InProcessSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile @Nullable InProcessServer server;
    private volatile boolean closed;

    InProcessClient(Endpoint to, Host host) {
        this.port = to.port();
        this.maxInFlight = to.get(CommonOptions.MAX_IN_FLIGHT);
        // The limit is kept by enter(): this table doesn't see what is answered at once.
        this.pending = new PendingCalls(Integer.MAX_VALUE, host);
    }

    int port() {
        return port;
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        InProcessServer to;
        try {
            to = enter(call);
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Reply> outcome = to.routes().call(call);
        entering.decrementAndGet();
        if (outcome.isDone() && !outcome.isCompletedExceptionally() && fits(outcome.join())) {
            return outcome;
        }
        return later(to, call, carried(outcome), () -> {});
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        InProcessServer to;
        try {
            to = enter(call);
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Void> outcome = to.routes().receive(call);
        entering.decrementAndGet();
        if (outcome.isDone() && !outcome.isCompletedExceptionally()) {
            return outcome;
        }
        return as(later(to, call, handled(to, outcome), () -> {}), reply -> null);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        InProcessSubscription subscription = new InProcessSubscription(this, call, Topic.check(topic), listener);
        InProcessServer to;
        try {
            to = enter(call);
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Reply> outcome = admitted(to, subscription);
        entering.decrementAndGet();
        return as(later(to, call, outcome, subscription::close), reply -> subscription);
    }

    /** Takes one of the {@code maxInFlight} places; whoever gets a server gives it back by {@link #entering}. */
    private InProcessServer enter(Call call) {
        if (closed) {
            throw new TransportException.Closed("the client is closed", false);
        }
        if (call.timeLeft().isZero() || call.timeLeft().isNegative()) {
            throw new TransportException.TimedOut("no time was left to begin with", false);
        }
        if (call.body().size() > InProcess.MAX_BODY_BYTES) {
            throw tooLarge(call.body(), false);
        }
        if (entering.incrementAndGet() + pending.count() > maxInFlight) {
            entering.decrementAndGet();
            throw new TransportException.Overloaded(
                    maxInFlight + " calls are in flight, as many as maxInFlight allows");
        }
        InProcessServer to = server();
        if (to == null) {
            entering.decrementAndGet();
            throw new TransportException.Unreachable("nobody serves at inproc port " + port, null);
        }
        return to;
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

    /**
     * Waits for the outcome in the table, unless it is there already.
     *
     * @param unwanted what to do if it comes when nobody waits any more
     */
    private CompletableFuture<Reply> later(
            InProcessServer to, Call call, CompletableFuture<Reply> outcome, Runnable unwanted) {
        if (outcome.isDone()) {
            return outcome;
        }
        PendingCalls.Pending waiting = pending.register(call.timeLeft());
        boolean waits = waiting.handOver(to);
        CompletableFuture<Reply> unused = outcome.whenComplete((reply, failure) -> {
            if (failure != null) {
                waiting.completeExceptionally(failure);
            } else if (!waiting.complete(reply)) {
                unwanted.run();
            }
        });
        return waits
                ? waiting
                : CompletableFuture.failedFuture(new TransportException.Closed("the client was closed", true));
    }

    /** What a wire would make of it: no body beyond the limit, and a closing server is one that is gone. */
    private static CompletableFuture<Reply> carried(CompletableFuture<Reply> outcome) {
        CompletableFuture<Reply> carried = new CompletableFuture<>();
        CompletableFuture<Reply> unused = outcome.whenComplete((reply, failure) -> {
            if (failure != null) {
                carried.completeExceptionally(seen(failure));
            } else if (!fits(reply)) {
                carried.completeExceptionally(tooLarge(((Reply.Done) reply).body(), true));
            } else {
                carried.complete(reply);
            }
        });
        return carried;
    }

    private static CompletableFuture<Reply> handled(InProcessServer to, CompletableFuture<Void> outcome) {
        CompletableFuture<Reply> carried = new CompletableFuture<>();
        CompletableFuture<Void> unused = outcome.whenComplete((done, failure) -> {
            if (failure == null) {
                carried.complete(HANDLED);
            } else if (seen(failure) instanceof RefusedException) {
                to.refusedEvent();
                carried.complete(HANDLED);
            } else {
                carried.completeExceptionally(seen(failure));
            }
        });
        return carried;
    }

    /** The server's yes or no; live when it is yes, {@link RefusedException} when it is no. */
    private CompletableFuture<Reply> admitted(InProcessServer to, InProcessSubscription subscription) {
        CompletableFuture<Reply> admitted = new CompletableFuture<>();
        CompletableFuture<Reply> unused = to.routes()
                .admit(subscription.call(), subscription.topic())
                .whenComplete((reply, failure) -> {
                    if (failure != null) {
                        admitted.completeExceptionally(seen(failure));
                    } else if (reply instanceof Reply.Refused refused) {
                        admitted.completeExceptionally(new RefusedException(refused.why(), refused.detail()));
                    } else {
                        listen(to, subscription);
                        admitted.complete(reply);
                    }
                });
        return admitted;
    }

    private void listen(InProcessServer to, InProcessSubscription subscription) {
        subscriptions.add(subscription);
        InProcessPorts.subscribes(this);
        to.add(subscription);
        if (subscription.isOver()) {
            unsubscribe(subscription);
        }
    }

    /** A server is back at this client's port. */
    void resubscribe(InProcessServer to) {
        to.meet(this);
        for (InProcessSubscription subscription : subscriptions) {
            CompletableFuture<Reply> unused = admitted(to, subscription).whenComplete((live, failure) -> {
                if (failure == null) {
                    subscription.gap();
                } else {
                    subscriptions.remove(subscription);
                    subscription.end(failure);
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
        pending.failAll(gone, ran -> new TransportException.Disconnected("the server went away", ran, null));
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
        pending.close();
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

    /** {@code Closed} is this side alone: a server that closes is one that goes away. */
    private static Throwable seen(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof TransportException.Closed closed
                ? new TransportException.Disconnected("the server is closing", closed.mayHaveRun(), null)
                : cause;
    }

    private static <T extends @Nullable Object> CompletableFuture<T> as(
            CompletableFuture<Reply> outcome, Function<Reply, T> made) {
        if (outcome instanceof PendingCalls.Pending waiting) {
            return waiting.as(made);
        }
        CompletableFuture<T> seen = new CompletableFuture<>();
        CompletableFuture<Reply> unused = outcome.whenComplete((reply, failure) -> {
            if (failure == null) {
                seen.complete(made.apply(reply));
            } else {
                seen.completeExceptionally(failure);
            }
        });
        return seen;
    }
}
