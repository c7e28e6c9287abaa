package anywire.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls under way over a transport that matches replies by number: number to future, expiry, "fail them all", count.
 * Safe for use by many threads; futures complete on the thread that brings the reply, or on the host's timer.
 *
 * <p>Expiry is a sweep every {@value #SWEEP_MILLIS} ms that runs only while something is under way, so a call fails at
 * most that much after its time is over, and an idle client costs nothing.
 *
 * @param <T> what a reply is
 */
public final class PendingCalls<T> {
    private static final int SWEEP_MILLIS = 20;

    private final ConcurrentHashMap<Long, Pending<T>> byId = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(1);
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final int maxInFlight;
    private final ScheduledExecutorService timer;
    private volatile boolean closed;

    public PendingCalls(int maxInFlight, Host host) {
        this.maxInFlight = maxInFlight;
        this.timer = host.timer();
    }

    /** One call under way. Cancelling it, or completing it by hand, forgets it. */
    public static final class Pending<T> extends CompletableFuture<T> {
        private final PendingCalls<T> calls;
        private final long id;
        private final long deadlineNanos;
        private volatile boolean handedOver;

        private Pending(PendingCalls<T> calls, long id, long deadlineNanos) {
            this.calls = calls;
            this.id = id;
            this.deadlineNanos = deadlineNanos;
        }

        public long id() {
            return id;
        }

        /** What is left of the call's time now, never negative: for a message that waited to be sent. */
        public Duration timeLeft() {
            return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
        }

        /** To be called just before its bytes may reach the wire: from here on nobody can say that it did not run. */
        public void handedOver() {
            handedOver = true;
        }

        public boolean mayHaveRun() {
            return handedOver;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            calls.forget(this);
            return super.cancel(mayInterruptIfRunning);
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }

    /**
     * Makes room for a call.
     *
     * @return the future to hand out; already failed, with {@code Overloaded}, {@code Closed} or {@code TimedOut}, if it
     *     is not to be sent
     */
    public Pending<T> register(Duration timeLeft) {
        long id = nextId.getAndIncrement();
        long left = saturatedNanos(timeLeft);
        Pending<T> pending = new Pending<>(this, id, System.nanoTime() + left);
        if (closed) {
            pending.completeExceptionally(new TransportException.Closed("the client is closed", false));
        } else if (left <= 0) {
            pending.completeExceptionally(new TransportException.TimedOut("no time was left to begin with", false));
        } else if (count.incrementAndGet() > maxInFlight) {
            count.decrementAndGet();
            pending.completeExceptionally(new TransportException.Overloaded(
                    maxInFlight + " calls are in flight, as many as maxInFlight allows"));
        } else {
            byId.put(id, pending);
            if (closed) {
                fail(id, new TransportException.Closed("the client is closed", false));
            }
            sweepLater();
        }
        return pending;
    }

    /** @return false if nobody waits for it any more: too late, cancelled, or answered twice */
    public boolean complete(long id, T reply) {
        Pending<T> pending = byId.remove(id);
        if (pending == null) {
            return false;
        }
        count.decrementAndGet();
        return pending.complete(reply);
    }

    /** As {@link #complete}. */
    public boolean fail(long id, Throwable why) {
        Pending<T> pending = byId.remove(id);
        if (pending == null) {
            return false;
        }
        count.decrementAndGet();
        return pending.completeExceptionally(why);
    }

    /** The call with this number, if it is still waited for. */
    public @Nullable Pending<T> get(long id) {
        return byId.get(id);
    }

    /** Fails all that are under way; the reason may depend on {@link Pending#mayHaveRun()}. */
    public void failAll(Function<Pending<T>, TransportException> why) {
        for (Pending<T> pending : byId.values()) {
            fail(pending.id, why.apply(pending));
        }
    }

    /** Fails all, now and from now on, with {@code Closed}. */
    public void close() {
        closed = true;
        failAll(pending -> new TransportException.Closed("the client was closed", pending.mayHaveRun()));
    }

    public int count() {
        return count.get();
    }

    private void forget(Pending<T> pending) {
        if (byId.remove(pending.id, pending)) {
            count.decrementAndGet();
        }
    }

    private void sweepLater() {
        if (sweeping.compareAndSet(false, true)) {
            ScheduledFuture<?> ignored = timer.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        sweeping.set(false);
        long now = System.nanoTime();
        for (Pending<T> pending : byId.values()) {
            if (now - pending.deadlineNanos >= 0) {
                fail(pending.id, new TransportException.TimedOut("no answer in time", pending.handedOver));
            }
        }
        if (!byId.isEmpty()) {
            sweepLater();
        }
    }

    private static long saturatedNanos(Duration time) {
        return time.compareTo(Duration.ofDays(365)) > 0 ? Duration.ofDays(365).toNanos() : time.toNanos();
    }
}
