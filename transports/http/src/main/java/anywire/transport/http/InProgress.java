package anywire.transport.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** How many of something there are (requests that run, open connections), and an end to it. Safe for use by many threads. */
final class InProgress {
    private final AtomicInteger count = new AtomicInteger();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean closing;

    void enter() {
        count.incrementAndGet();
    }

    void exit() {
        if (count.decrementAndGet() == 0 && closing) {
            drained.complete(null);
        }
    }

    boolean closing() {
        return closing;
    }

    int count() {
        return count.get();
    }

    /** From here on {@link #closing()} holds. */
    void close() {
        closing = true;
        if (count.get() == 0) {
            drained.complete(null);
        }
    }

    /** Waits, after {@link #close()}, until there are none any more or the time is over. */
    void awaitNone(Duration most) {
        try {
            drained.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whoever asked goes on without them.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
