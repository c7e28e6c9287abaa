package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.tck.Tck.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits for outcomes, never longer than {@link #patience}, and says what came instead. */
final class Wait {
    /** Of the check that runs on this thread, and of the threads that it starts. */
    private static final InheritableThreadLocal<Duration> PATIENCE = new InheritableThreadLocal<>() {
        @Override
        protected Duration initialValue() {
            return Limits.AMPLE.patience();
        }
    };

    private Wait() {}

    /** A bound against hanging, not a measure: a busy machine must not miss it. */
    static Duration patience() {
        return PATIENCE.get();
    }

    /** For this thread, and those that it starts from now on. */
    static void with(Duration patience) {
        PATIENCE.set(patience);
    }

    static Body done(CompletableFuture<Reply> reply) throws InterruptedException {
        Reply answer = value(reply);
        if (answer instanceof Reply.Done done) {
            return done.body();
        }
        throw new AssertionError("expected an answer, not " + answer);
    }

    static Reply.Refused refused(CompletableFuture<Reply> reply) throws InterruptedException {
        Reply answer = value(reply);
        if (answer instanceof Reply.Refused refused) {
            return refused;
        }
        throw new AssertionError("expected a refusal, not " + answer);
    }

    static <T> T value(CompletableFuture<T> future) throws InterruptedException {
        Optional<Throwable> failure = failure(future);
        if (failure.isPresent()) {
            throw new AssertionError("failed: " + failure.get(), failure.get());
        }
        return future.join();
    }

    /** The exception must be the transport's own, not wrapped in another. */
    static <F extends TransportException> F failure(CompletableFuture<?> future, Class<F> kind)
            throws InterruptedException {
        return kind.cast(expected(future, kind));
    }

    static RefusedException refusal(CompletableFuture<?> future) throws InterruptedException {
        return (RefusedException) expected(future, RefusedException.class);
    }

    private static Throwable expected(CompletableFuture<?> future, Class<? extends Throwable> kind)
            throws InterruptedException {
        Throwable failure = failure(future).orElse(null);
        if (failure == null) {
            throw new AssertionError("expected " + kind.getSimpleName() + ", not " + future.join());
        }
        if (!kind.isInstance(failure)) {
            throw new AssertionError("expected " + kind.getSimpleName() + ", not " + failure, failure);
        }
        return failure;
    }

    /** What dependants of the future see, as they see it. */
    static Optional<Throwable> failure(CompletableFuture<?> future) throws InterruptedException {
        CompletableFuture<Optional<Throwable>> seen =
                future.handle((value, failure) -> Optional.<Throwable>ofNullable(failure));
        try {
            return seen.get(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("there was no outcome within " + patience().toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static void until(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(patience())
                .until(condition::getAsBoolean);
    }
}
