package uds;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A caller's end: one connection, and one thread, started with the first request. The thread connects when there is
 * something to send or to hear, and again after a loss. {@link PendingCalls} keeps count of what is under way, and ends it
 * when its time is over or its connection is gone.
 */
final class UdsClient implements Client, UdsConnection.Reader {
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final Duration RENEWAL_TIME = Duration.ofSeconds(5);

    private final Endpoint to;
    private final UnixDomainSocketAddress address;
    private final Host host;
    private final PendingCalls calls;
    private final LongAdder connects = new LongAdder();
    private final LongAdder lateAnswers = new LongAdder();
    private final LongAdder listenerFailures = new LongAdder();
    /** Those that have been live: to be asked for again on each connection. */
    private final Set<ClientSubscription> live = ConcurrentHashMap.newKeySet();
    /** Those asked for on this connection, by number. On the client's thread alone. */
    private final Map<Long, ClientSubscription> asked = new HashMap<>();

    /** Numbers of subscriptions asked for again: below those of calls, which are positive. */
    private long nextRenewal = -1;

    private @Nullable UdsConnection line;
    private @Nullable Thread thread;
    private volatile boolean closed;

    UdsClient(Endpoint to, Host host) {
        this.to = to;
        this.address = UnixDomainSocketAddress.of(to.path());
        this.host = host;
        this.calls = new PendingCalls(to.get(CommonOptions.MAX_IN_FLIGHT), host);
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return request(Frames.CALL, call, null);
    }

    /** Refused is handled too: what the service refuses is dropped. */
    @Override
    public CompletableFuture<Void> send(Call call) {
        return request(Frames.EVENT, call, null).as(reply -> null);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        ClientSubscription subscription =
                new ClientSubscription(call, Topic.check(topic), listener, listenerFailures, this::unsubscribe);
        return request(Frames.SUBSCRIBE, call, subscription).as(reply -> {
            if (reply instanceof Reply.Refused refused) {
                throw new RefusedException(refused.why(), refused.detail());
            }
            return subscription;
        });
    }

    private Pending request(byte type, Call call, @Nullable ClientSubscription subscription) {
        Pending pending = calls.register(call.timeLeft());
        int size = call.body().size();
        if (size > to.get(UdsTransport.MAX_BODY)) {
            pending.completeExceptionally(new TransportException.TooLarge(
                    "a body of " + size + " bytes, over maxBody=" + to.get(UdsTransport.MAX_BODY), false));
        } else if (!pending.isDone()) {
            send(type, pending, call, subscription);
        }
        return pending;
    }

    private void send(byte type, Pending pending, Call call, @Nullable ClientSubscription subscription) {
        UdsConnection sending = line();
        if (sending.waiting() > 2 * to.get(CommonOptions.MAX_IN_FLIGHT)) {
            pending.completeExceptionally(new TransportException.Overloaded("too much waits to be sent"));
            return;
        }
        sending.send(() -> {
            if (!pending.handOver(this)) {
                return null; // nobody waits for it any more, and was told that it did not run
            }
            if (subscription != null) {
                asked.put(pending.id(), subscription);
            }
            String topic = subscription == null ? "" : subscription.topic();
            return Frames.request(type, pending.id(), call, pending.timeLeft(), topic);
        });
    }

    private synchronized UdsConnection line() {
        if (line == null) {
            UdsConnection made = new UdsConnection(to.get(UdsTransport.MAX_BODY), Integer.MAX_VALUE);
            line = made;
            thread = host.threads("uds-client").newThread(() -> run(made));
            thread.start();
        }
        return line;
    }

    private void run(UdsConnection running) {
        try {
            long pause = FIRST_PAUSE_MILLIS;
            while (!closed) {
                if (running.waiting() == 0 && live.isEmpty()) {
                    running.await(0);
                    continue;
                }
                SocketChannel channel = connect(running);
                if (channel != null) {
                    converse(running, channel);
                    pause = FIRST_PAUSE_MILLIS;
                } else {
                    running.await(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (IOException e) {
            calls.failUnsent(ran -> new TransportException.Broken("no selector: " + e.getMessage(), ran, e));
        } finally {
            running.free();
        }
    }

    private @Nullable SocketChannel connect(UdsConnection running) {
        try {
            return SocketChannel.open(address);
        } catch (IOException e) {
            // In this order: what is handed over after this is for the next attempt.
            running.forget();
            calls.failUnsent(ran -> new TransportException.Unreachable(
                    "nobody listens at " + address.getPath() + ": " + e.getMessage(), e));
            return null;
        }
    }

    private void converse(UdsConnection running, SocketChannel channel) {
        connects.increment();
        live.forEach(subscription -> renew(running, subscription));
        String why = running.run(channel, this);
        asked.clear();
        calls.failAll(this, ran -> new TransportException.Disconnected(why, ran, null));
    }

    private void renew(UdsConnection running, ClientSubscription subscription) {
        running.send(() -> {
            if (subscription.isClosed() || asked.containsValue(subscription)) {
                return null;
            }
            long number = nextRenewal--;
            asked.put(number, subscription);
            return Frames.request(Frames.SUBSCRIBE, number, subscription.call(), RENEWAL_TIME, subscription.topic());
        });
    }

    @Override
    public void frame(byte type, long number, ByteBuffer rest) {
        ClientSubscription subscription = asked.get(number);
        if (subscription == null) {
            boolean ignored = type == Frames.ANSWER && settle(number, Frames.answer(rest));
            return;
        }
        switch (type) {
            case Frames.ANSWER -> answered(number, subscription, Frames.answer(rest));
            case Frames.PUSH -> subscription.push(Frames.body(rest));
            case Frames.GAP -> subscription.gap();
            default -> throw new IllegalArgumentException("type " + type);
        }
    }

    /** @return whether somebody still waited for it */
    private boolean settle(long number, Outcome outcome) {
        boolean inTime = outcome.settle(calls, number);
        if (!inTime) {
            lateAnswers.increment();
        }
        return inTime;
    }

    private void answered(long number, ClientSubscription subscription, Outcome outcome) {
        boolean again = number < 0;
        if (!outcome.isDone()) {
            asked.remove(number);
            if (again) {
                notRenewed(subscription, outcome);
            } else {
                settle(number, outcome);
            }
            return;
        }
        live.add(subscription);
        boolean wanted = again || settle(number, outcome);
        if (!wanted) {
            subscription.close(); // what still comes, until the server knows, nobody hears
        } else if (subscription.isClosed()) {
            unsubscribe(subscription);
        } else if (again) {
            subscription.gap();
        }
    }

    private void notRenewed(ClientSubscription subscription, Outcome outcome) {
        try {
            if (outcome.reply() instanceof Reply.Refused refused) {
                live.remove(subscription);
                subscription.end(new RefusedException(refused.why(), refused.detail()));
            }
        } catch (TransportException tryAgain) {
            try {
                host.timer().schedule(() -> renew(line(), subscription), LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException over) {
                subscription.end();
            }
        }
    }

    /** Any thread. */
    private void unsubscribe(ClientSubscription subscription) {
        live.remove(subscription);
        line().send(() -> {
            Optional<Long> number = asked.keySet().stream()
                    .filter(each -> asked.get(each) == subscription)
                    .findFirst();
            number.ifPresent(asked::remove);
            return number.map(each -> Frames.bare(Frames.UNSUBSCRIBE, each)).orElse(null);
        });
    }

    @Override
    public Map<String, String> facts() {
        return UdsConnection.FACTS;
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of(
                "connects", connects.sum(),
                "lateAnswers", lateAnswers.sum(),
                "listenerFailures", listenerFailures.sum());
    }

    /** Nothing is left to be flushed: an event's send completes with the server's word, and fails here without it. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            calls.close();
            live.forEach(ClientSubscription::end);
            if (line != null) {
                line.close(0);
            }
            running = thread;
        }
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(to.get(CommonOptions.DRAIN).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
