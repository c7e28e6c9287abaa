package anywire.transport.amq;

import anywire.transport.Call;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A client's subscriptions, and how they come back after a lost connection. */
final class AmqSubscriptions {
    private static final Duration ADMISSION = Duration.ofSeconds(5);

    private final PendingCalls calls;
    private final Courier<AmqClientLink> courier;
    private final AmqOptions options;
    private final AmqCounters counters;
    private final Host host;
    private final Set<ClientSubscription> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    AmqSubscriptions(
            PendingCalls calls, Courier<AmqClientLink> courier, AmqOptions options, AmqCounters counters, Host host) {
        this.calls = calls;
        this.courier = courier;
        this.options = options;
        this.counters = counters;
        this.host = host;
    }

    ClientSubscription made(Call call, String topic, Listener listener) {
        return new ClientSubscription(call, topic, listener, counters.listenerFailures, this::forget);
    }

    /** What to hand out for a subscription whose admission is under way. */
    CompletableFuture<Subscription> admitted(ClientSubscription subscription, Pending admission) {
        CompletableFuture<Subscription> handed = admission.as(reply -> {
            if (reply instanceof Reply.Refused refused) {
                throw new RefusedException(refused.why(), refused.detail());
            }
            live.add(subscription);
            if (closed) {
                subscription.end();
            }
            return subscription;
        });
        CompletableFuture<Subscription> ignored = handed.whenComplete((done, failure) -> {
            if (failure != null) {
                subscription.close();
            }
        });
        return handed;
    }

    private void forget(ClientSubscription subscription) {
        live.remove(subscription);
        boolean ignored = courier.offer(new Courier.Errand<>() {
            @Override
            public void with(AmqClientLink link) throws IOException {
                link.stopListening(subscription);
            }

            @Override
            public void unable(TransportException why) {
                // No connection, no queue.
            }
        });
    }

    /** After a lost connection. */
    void comeBack() {
        live.forEach(subscription -> later(subscription, Backoff.of(options)));
    }

    private void later(ClientSubscription subscription, Backoff pause) {
        try {
            ScheduledFuture<?> ignored =
                    host.timer().schedule(() -> listenAgain(subscription, pause), pause.nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            subscription.end();
        }
    }

    private void listenAgain(ClientSubscription subscription, Backoff pause) {
        if (closed || subscription.isClosed()) {
            return;
        }
        boolean taken = courier.offer(new Courier.Errand<>() {
            @Override
            public void with(AmqClientLink link) throws IOException {
                if (subscription.isClosed()) {
                    return;
                }
                link.listen(subscription);
                subscription.gap();
                askAgain(subscription, pause);
            }

            @Override
            public void unable(TransportException why) {
                later(subscription, pause.longer());
            }
        });
        if (!taken) {
            later(subscription, pause.longer());
        }
    }

    /** Whether it is still admitted. Meanwhile it hears what it heard before. */
    private void askAgain(ClientSubscription subscription, Backoff pause) {
        if (closed || subscription.isClosed()) {
            return;
        }
        Pending admission = calls.register(ADMISSION);
        CompletableFuture<Reply> unused = admission.whenComplete((reply, failure) -> {
            if (failure != null) {
                askLater(subscription, pause.longer());
            } else if (reply instanceof Reply.Refused refused) {
                subscription.end(new RefusedException(refused.why(), refused.detail()));
                forget(subscription);
            }
        });
        if (!admission.isDone()) {
            boolean taken = courier.offer(new Courier.Errand<>() {
                @Override
                public void with(AmqClientLink link) throws IOException {
                    link.call(admission, subscription.call(), Optional.of(subscription.topic()));
                }

                @Override
                public void unable(TransportException why) {
                    boolean ignored = calls.fail(admission.id(), ran -> why);
                }
            });
            if (!taken) {
                boolean ignored =
                        calls.fail(admission.id(), ran -> new TransportException.Overloaded("too much waits"));
            }
        }
    }

    private void askLater(ClientSubscription subscription, Backoff pause) {
        try {
            ScheduledFuture<?> ignored =
                    host.timer().schedule(() -> askAgain(subscription, pause), pause.nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            subscription.end();
        }
    }

    void close() {
        closed = true;
        live.forEach(ClientSubscription::end);
        live.clear();
    }
}
