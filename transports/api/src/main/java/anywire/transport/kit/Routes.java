package anywire.transport.kit;

import anywire.transport.Call;
import anywire.transport.Description;
import anywire.transport.Dispatch;
import anywire.transport.Host;
import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import anywire.transport.Publisher;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Service;
import anywire.transport.TransportException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server's way from a decoded message to its services, the same under every transport: looks the operation up, lets
 * the host's {@link Dispatch} choose the thread, does not run a call that is late, and turns whatever comes of it into a
 * {@link Reply} or a {@link TransportException}. Nothing here throws. Safe for use by many threads.
 */
public final class Routes {
    private final Map<String, Route> byPath = new HashMap<>();
    private final List<Service> services;
    private final Dispatch dispatch;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean draining;

    private record Route(Service service, Operation operation) {}

    /** @throws IllegalArgumentException if two services share an operation's path */
    public Routes(List<Service> services, Host host) {
        this.services = List.copyOf(services);
        this.dispatch = host.dispatch();
        for (Service service : this.services) {
            for (Operation operation : service.describe().operations()) {
                if (byPath.put(operation.path(), new Route(service, operation)) != null) {
                    throw new IllegalArgumentException("two services have " + operation.path());
                }
            }
        }
    }

    /** To be called once bound and before the first call is let in. */
    public void serving(Publisher publisher) {
        services.forEach(service -> service.serving(publisher));
    }

    /** To be called by a server that closes. */
    public void stopped(Publisher publisher) {
        services.forEach(service -> service.stopped(publisher));
    }

    /** By path, {@code service/operation}. */
    public Optional<Operation> find(String path) {
        return Optional.ofNullable(byPath.get(path)).map(Route::operation);
    }

    public Collection<Operation> operations() {
        return byPath.values().stream().map(Route::operation).toList();
    }

    /** What its service is called and offers, for a path that {@link #find} knows. */
    public Optional<Description> description(String path) {
        return Optional.ofNullable(byPath.get(path))
                .map(route -> route.service().describe());
    }

    /** What to answer for a path that {@link #find} doesn't know. */
    public static Reply.Refused unknown(String path) {
        return new Reply.Refused(Refusal.UNSUPPORTED, "there is no operation " + path + " here");
    }

    /**
     * @return completes with the reply, refusals included that a service threw; or fails with a
     *     {@link TransportException}, itself, not wrapped
     */
    public CompletableFuture<Reply> call(Call call) {
        Kind kind = call.operation().kind();
        if (kind != Kind.CALL) {
            String how = kind == Kind.PUSH ? "to be subscribed to, not called" : "an event: send it, there is no reply";
            return refused(call.operation() + " is " + how);
        }
        return replied(run(call, call.timeLeft().toNanos(), service -> service.call(call)));
    }

    /**
     * However late: an event's time is that of its sending.
     *
     * @return completes when handled; fails with a {@link RefusedException} or a {@link TransportException}
     */
    public CompletableFuture<Void> receive(Call call) {
        return switch (call.operation().kind()) {
            case EVENT -> run(call, Long.MAX_VALUE, service -> service.receive(call));
            case CALL -> run(call, Long.MAX_VALUE, service -> service.call(call).thenAccept(Routes::throwRefusal));
            case PUSH ->
                CompletableFuture.failedFuture(new RefusedException(
                        Refusal.UNSUPPORTED, call.operation() + " is to be subscribed to, not sent"));
        };
    }

    /** @return as {@link #call}: {@link Reply.Done} if the caller may hear the topic */
    public CompletableFuture<Reply> admit(Call call, String topic) {
        if (call.operation().kind() != Kind.PUSH) {
            return refused(call.operation() + " can't be subscribed to");
        }
        return replied(run(call, call.timeLeft().toNanos(), service -> service.admit(call, topic)));
    }

    /**
     * Lets nothing new run ({@code Closed}), and waits for what runs, its reply handed on included. Blocks; not to be called from a thread that runs
     * operations.
     *
     * @return whether nothing runs any more
     */
    public boolean drain(Duration limit) {
        draining = true;
        long until = System.nanoTime() + limit.toNanos();
        while (running.get() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return running.get() == 0;
    }

    private static CompletableFuture<Reply> refused(String detail) {
        return CompletableFuture.completedFuture(new Reply.Refused(Refusal.UNSUPPORTED, detail));
    }

    private static void throwRefusal(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            throw new RefusedException(refused.why(), refused.detail());
        }
    }

    /** A thrown refusal becomes the reply that it is. Costs nothing where the reply is there already. */
    private static CompletableFuture<Reply> replied(CompletableFuture<Reply> outcome) {
        if (outcome.isDone() && !outcome.isCompletedExceptionally()) {
            return outcome;
        }
        CompletableFuture<Reply> replied = new CompletableFuture<>();
        CompletableFuture<Reply> ignored = outcome.whenComplete((reply, failure) -> {
            if (failure instanceof RefusedException refused) {
                replied.complete(refused.reply());
            } else if (failure != null) {
                replied.completeExceptionally(failure);
            } else {
                replied.complete(reply);
            }
        });
        return replied;
    }

    private <T> CompletableFuture<T> run(Call call, long leftNanos, Function<Service, CompletionStage<T>> work) {
        Route route = byPath.get(call.operation().path());
        if (route == null) {
            return CompletableFuture.failedFuture(new RefusedException(
                    Refusal.UNSUPPORTED, unknown(call.operation().path()).detail()));
        }
        running.incrementAndGet();
        Outcome<T> outcome = new Outcome<>(this);
        if (draining) {
            outcome.over(null, new TransportException.Closed("the server is closing", false));
            return outcome;
        }
        long arrived = System.nanoTime();
        try {
            dispatch.execute(route.operation(), () -> {
                if (System.nanoTime() - arrived >= leftNanos) {
                    outcome.over(null, new TransportException.TimedOut("its time was over before it ran", false));
                } else {
                    outcome.start(route.service(), work);
                }
            });
        } catch (RejectedExecutionException e) {
            outcome.over(null, new TransportException.Overloaded("the server has too much waiting"));
        }
        return outcome;
    }

    private static final class Outcome<T> extends CompletableFuture<T> {
        private final Routes routes;

        Outcome(Routes routes) {
            this.routes = routes;
        }

        void start(Service service, Function<Service, CompletionStage<T>> work) {
            try {
                work.apply(service)
                        .whenComplete((value, failure) -> over(value, failure == null ? null : known(failure)));
            } catch (RuntimeException | Error e) {
                over(null, known(e));
            }
        }

        /** No value and no failure is right for what is {@link Void} alone, which is all that is ever null. */
        void over(@Nullable T value, @Nullable Throwable failure) {
            try {
                if (failure != null) {
                    completeExceptionally(failure);
                } else {
                    completeWith(value);
                }
            } finally {
                // Last: whoever drains may close what the reply has yet to pass through.
                routes.running.decrementAndGet();
            }
        }

        @SuppressWarnings("NullAway") // a future of Void has null for its value
        private void completeWith(@Nullable T value) {
            complete(value);
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }

        /**
         * A refusal as it is. Anything else is a fault of the service, a transport's exception included: that another
         * call of the service's own did not run says nothing of this one.
         */
        private static Throwable known(Throwable failure) {
            Throwable cause = failure;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause instanceof RefusedException
                    ? cause
                    : new TransportException.Broken(
                            "the service failed: " + cause.getClass().getSimpleName(), true, cause);
        }
    }
}
