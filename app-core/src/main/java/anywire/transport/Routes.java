package anywire.transport;

import anywire.transport.Operation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * A server's way from a decoded message to its services, the same under every transport: looks the operation up, lets
 * the host's {@link Dispatch} choose the thread, does not run what is late, and turns whatever comes of it into a
 * {@link Reply} or a {@link TransportException}. Nothing here throws. Safe for use by many threads.
 */
public final class Routes {
    private final Map<String, Route> byPath = new HashMap<>();
    private final List<Service> services;
    private final Dispatch dispatch;

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

    /** To be called once, before the first call is let in. */
    public void serving(Publisher publisher) {
        services.forEach(service -> service.serving(publisher));
    }

    /** By path, {@code service/operation}. */
    public Optional<Operation> find(String path) {
        return Optional.ofNullable(byPath.get(path)).map(Route::operation);
    }

    public Collection<Operation> operations() {
        return byPath.values().stream().map(Route::operation).toList();
    }

    /** What to answer for a path that {@link #find} doesn't know. */
    public static Reply.Refused unknown(String path) {
        return new Reply.Refused(Refusal.UNSUPPORTED, "there is no operation " + path + " here");
    }

    /** @return completes with the reply, or fails with a {@link TransportException}, itself, not wrapped */
    public CompletableFuture<Reply> call(Call call) {
        if (call.operation().kind() == Kind.PUSH) {
            return CompletableFuture.completedFuture(
                    new Reply.Refused(Refusal.UNSUPPORTED, call.operation() + " is to be subscribed to, not called"));
        }
        if (call.operation().kind() == Kind.EVENT) {
            return CompletableFuture.completedFuture(new Reply.Refused(
                    Refusal.UNSUPPORTED, call.operation() + " is an event: send it, there is no reply"));
        }
        return run(call, service -> service.call(call));
    }

    /** @return completes when handled; fails with a {@link RefusedException} or a {@link TransportException} */
    public CompletableFuture<Void> receive(Call call) {
        return switch (call.operation().kind()) {
            case EVENT -> run(call, service -> service.receive(call));
            case CALL -> run(call, service -> service.call(call)).thenAccept(Routes::dropReply);
            case PUSH ->
                CompletableFuture.failedFuture(new RefusedException(
                        Refusal.UNSUPPORTED, call.operation() + " is to be subscribed to, not sent"));
        };
    }

    /** @return as {@link #call}: {@link Reply.Done} if the caller may hear the topic */
    public CompletableFuture<Reply> admit(Call call, String topic) {
        if (call.operation().kind() != Kind.PUSH) {
            return CompletableFuture.completedFuture(
                    new Reply.Refused(Refusal.UNSUPPORTED, call.operation() + " can't be subscribed to"));
        }
        return run(call, service -> service.admit(call, topic));
    }

    private static void dropReply(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            throw new RefusedException(refused.why(), refused.detail());
        }
    }

    private <T> CompletableFuture<T> run(Call call, Function<Service, CompletionStage<T>> work) {
        Route route = byPath.get(call.operation().path());
        if (route == null) {
            return CompletableFuture.failedFuture(new RefusedException(
                    Refusal.UNSUPPORTED, unknown(call.operation().path()).detail()));
        }
        long arrived = System.nanoTime();
        long left = call.timeLeft().toNanos();
        CompletableFuture<T> outcome = new CompletableFuture<>();
        try {
            dispatch.execute(route.operation(), () -> {
                if (System.nanoTime() - arrived >= left) {
                    outcome.completeExceptionally(
                            new TransportException.TimedOut("its time was over before it ran", false));
                } else {
                    start(route.service(), work, outcome);
                }
            });
        } catch (RejectedExecutionException e) {
            outcome.completeExceptionally(new TransportException.Overloaded("the server has too much waiting"));
        }
        return outcome;
    }

    private static <T> void start(
            Service service, Function<Service, CompletionStage<T>> work, CompletableFuture<T> outcome) {
        try {
            work.apply(service).whenComplete((value, failure) -> {
                if (failure == null) {
                    outcome.complete(value);
                } else {
                    outcome.completeExceptionally(known(failure));
                }
            });
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(known(e));
        }
    }

    /** A refusal or a transport's fault as it is; anything else is a fault of the service. */
    private static Throwable known(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TransportException || cause instanceof RefusedException) {
            return cause;
        }
        return new TransportException.Broken(
                "the service failed: " + cause.getClass().getSimpleName(), true, cause);
    }

    /** The operations' paths, in order: for messages. */
    public List<String> paths() {
        return new ArrayList<>(byPath.keySet()).stream().sorted().toList();
    }
}
