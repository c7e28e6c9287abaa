package anywire.transport.kit;

import anywire.transport.Host;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls under way over a transport that matches replies by number: number to future, expiry, failing what a lost
 * connection carried, the bound on how many. Events and subscriptions that wait for a word from the other side take a
 * place too: whoever needs another type than {@link Reply} hands out {@link Pending#as}.
 *
 * <p>Safe for use by many threads; futures complete on the thread that brings the reply, or on the host's timer. Expiry
 * is a sweep every {@value #SWEEP_MILLIS} ms that runs only while something is under way, so a call fails at most that
 * much after its time is over, and an idle client costs nothing.
 */
public final class PendingCalls {
    private static final int SWEEP_MILLIS = 20;
    private static final Object UNSENT = new Object();
    private static final Object ENDED = new Object();

    private final ConcurrentHashMap<Long, Pending> byId = new ConcurrentHashMap<>();
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

    /** Makes the failure once it is settled, for good, whether the call may have run. */
    public interface Why {
        TransportException given(boolean mayHaveRun);
    }

    /** One call, event or subscription under way. However it ends, by whoever's hand, its place is free then. */
    public static final class Pending extends CompletableFuture<Reply> {
        private final PendingCalls calls;
        private final long id;
        private final long deadlineNanos;
        private final AtomicReference<Object> carrier = new AtomicReference<>(UNSENT);

        private Pending(PendingCalls calls, long id, long deadlineNanos) {
            this.calls = calls;
            this.id = id;
            this.deadlineNanos = deadlineNanos;
        }

        public long id() {
            return id;
        }

        /** What is left of its time now, never negative: for a message that waited to be sent. */
        public Duration timeLeft() {
            return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
        }

        /**
         * To be asked just before its bytes may reach the wire, each time that they do.
         *
         * @param over the connection that carries it, for {@link PendingCalls#failAll(Object, Why)}
         * @return false if nobody waits any more and it was said that it did not run: then it must not be sent
         */
        public boolean handOver(Object over) {
            Object was = carrier.get();
            while (was != ENDED) {
                if (carrier.compareAndSet(was, over)) {
                    return true;
                }
                was = carrier.get();
            }
            return false;
        }

        /** To hand out where the caller gets something else: cancelling it cancels this; failures stay unwrapped. */
        public <U extends @Nullable Object> CompletableFuture<U> as(Function<? super Reply, ? extends U> made) {
            CompletableFuture<U> seen = new CompletableFuture<>() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                    Pending.this.cancel(mayInterruptIfRunning);
                    return super.cancel(mayInterruptIfRunning);
                }
            };
            CompletableFuture<Reply> unused = whenComplete((reply, failure) -> {
                try {
                    if (failure == null) {
                        seen.complete(made.apply(reply));
                    } else {
                        seen.completeExceptionally(failure);
                    }
                } catch (RuntimeException e) {
                    seen.completeExceptionally(e);
                }
            });
            return seen;
        }

        @Override
        public boolean complete(Reply reply) {
            calls.end(this);
            return super.complete(reply);
        }

        @Override
        public boolean completeExceptionally(Throwable why) {
            calls.end(this);
            return super.completeExceptionally(why);
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            calls.end(this);
            return super.cancel(mayInterruptIfRunning);
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }

        private boolean end(Reply reply) {
            return super.complete(reply);
        }

        private boolean end(TransportException why) {
            return super.completeExceptionally(why);
        }

        /** @return whether it may have run; from here on {@link #handOver} says no */
        private boolean settle() {
            return carrier.getAndSet(ENDED) != UNSENT;
        }
    }

    /**
     * Takes a place.
     *
     * @return the future to hand out; already failed, with {@code Overloaded}, {@code Closed} or {@code TimedOut}, if it
     *     is not to be sent: {@link Pending#handOver} says no then
     */
    public Pending register(Duration timeLeft) {
        long left = timeLeft.compareTo(Duration.ofDays(365)) > 0
                ? Duration.ofDays(365).toNanos()
                : timeLeft.toNanos();
        Pending pending = new Pending(this, nextId.getAndIncrement(), System.nanoTime() + left);
        if (closed) {
            pending.completeExceptionally(new TransportException.Closed("the client is closed", false));
        } else if (left <= 0) {
            pending.completeExceptionally(new TransportException.TimedOut("no time was left to begin with", false));
        } else if (!takePlace()) {
            pending.completeExceptionally(new TransportException.Overloaded(
                    maxInFlight + " calls are in flight, as many as maxInFlight allows"));
        } else {
            byId.put(pending.id, pending);
            sweepLater();
            if (closed) {
                fail(pending, ran -> new TransportException.Closed("the client is closed", ran));
            }
        }
        return pending;
    }

    /** @return false if nobody waits for it any more: too late, cancelled, or answered twice */
    public boolean complete(long id, Reply reply) {
        Pending pending = byId.get(id);
        return pending != null && end(pending) && pending.end(reply);
    }

    /** As {@link #complete}. */
    public boolean fail(long id, Why why) {
        Pending pending = byId.get(id);
        return pending != null && fail(pending, why);
    }

    /** Fails what this connection carries, and nothing that still waits or that another carries. */
    public void failAll(Object over, Why why) {
        byId.values().forEach(pending -> {
            if (pending.carrier.get() == over) {
                fail(pending, why);
            }
        });
    }

    /** Fails what no connection carries yet: there will be none. */
    public void failUnsent(Why why) {
        failAll(UNSENT, why);
    }

    /** Fails all, now and from now on, with {@code Closed}. */
    public void close() {
        closed = true;
        byId.values()
                .forEach(pending -> fail(pending, ran -> new TransportException.Closed("the client was closed", ran)));
    }

    /** How many are under way. */
    public int count() {
        return count.get();
    }

    private boolean fail(Pending pending, Why why) {
        if (!byId.remove(pending.id, pending)) {
            return false;
        }
        count.decrementAndGet();
        return pending.end(why.given(pending.settle()));
    }

    /** Frees its place, once. */
    private boolean end(Pending pending) {
        pending.settle();
        if (!byId.remove(pending.id, pending)) {
            return false;
        }
        count.decrementAndGet();
        return true;
    }

    private boolean takePlace() {
        int taken = count.get();
        while (taken < maxInFlight) {
            if (count.compareAndSet(taken, taken + 1)) {
                return true;
            }
            taken = count.get();
        }
        return false;
    }

    private void sweepLater() {
        if (timer.isShutdown()) {
            close(); // the host went first: nothing would ever expire
        } else if (sweeping.compareAndSet(false, true)) {
            try {
                ScheduledFuture<?> unused = timer.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                close();
            }
        }
    }

    private void sweep() {
        sweeping.set(false);
        long now = System.nanoTime();
        byId.values().forEach(pending -> {
            if (now - pending.deadlineNanos >= 0) {
                fail(pending, ran -> new TransportException.TimedOut("no answer in time", ran));
            }
        });
        if (!byId.isEmpty()) {
            sweepLater();
        }
    }
}
