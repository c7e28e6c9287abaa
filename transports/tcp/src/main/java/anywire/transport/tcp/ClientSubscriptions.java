package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Listener;
import anywire.transport.PendingCalls;
import anywire.transport.PendingCalls.Pending;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import io.netty.channel.EventLoop;
import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A link's subscriptions. Each life of the connection gives them new numbers: those of the calls that made them. All on
 * the event loop but for {@link #subscribe}.
 */
final class ClientSubscriptions {
    private final EventLoop loop;
    private final ClientLink link;
    private final PendingCalls<Reply> calls;
    private final Outbox outbox;
    private final TcpOptions options;
    private final Counters counters;
    /** Asked for on this connection, live or not yet. */
    private final LongObjectMap<ClientSubscription> byId = new LongObjectHashMap<>();
    /** Those that have been live, with their number on this connection, or 0 without one. */
    private final Map<ClientSubscription, Long> live = new LinkedHashMap<>();

    ClientSubscriptions(
            EventLoop loop,
            ClientLink link,
            PendingCalls<Reply> calls,
            Outbox outbox,
            TcpOptions options,
            Counters counters) {
        this.loop = loop;
        this.link = link;
        this.calls = calls;
        this.outbox = outbox;
        this.options = options;
        this.counters = counters;
    }

    CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        byte[] bytes = topic.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > TcpFrames.MAX_TOPIC_BYTES) {
            return CompletableFuture.failedFuture(new TransportException.TooLarge(
                    "a topic of " + bytes.length + " bytes, over " + TcpFrames.MAX_TOPIC_BYTES, false));
        }
        ClientSubscription subscription = new ClientSubscription(call, bytes, listener, counters, this::closed);
        Pending<Reply> pending = calls.register(call.timeLeft());
        Outcome<Subscription> outcome = Outcome.of(pending, (subscribed, reply) -> {
            if (reply instanceof Reply.Refused refused) {
                subscribed.completeExceptionally(new RefusedException(refused.why(), refused.detail()));
            } else {
                subscribed.complete(subscription);
            }
        });
        if (!pending.isDone()) {
            link.offer(pending, new Asking(pending, subscription));
        }
        return outcome;
    }

    private final class Asking implements Outbox.Message {
        private final Pending<Reply> pending;
        private final ClientSubscription subscription;

        private Asking(Pending<Reply> pending, ClientSubscription subscription) {
            this.pending = pending;
            this.subscription = subscription;
        }

        @Override
        public void writeTo(Outbox out) {
            if (!pending.isDone()) {
                byId.put(pending.id(), subscription);
                link.write(TcpFrames.SUBSCRIBE, pending, subscription.call(), subscription.topic());
            }
        }

        @Override
        public void abandon(String why) {
            calls.fail(pending.id(), new TransportException.Unreachable(why, null));
        }
    }

    boolean areLive() {
        return !live.isEmpty();
    }

    void live(long id) {
        ClientSubscription subscription = byId.get(id);
        if (subscription == null) {
            return;
        }
        boolean again = live.containsKey(subscription);
        if (!subscription.isClosed()) {
            live.put(subscription, id);
        }
        boolean inTime = calls.complete(id, ClientLink.NOTHING);
        if (subscription.isClosed() || !inTime && !again) {
            live.remove(subscription);
            unsubscribe(id);
        } else if (!inTime) {
            subscription.gap();
        }
    }

    /** The number is known again only if the connection gave it: whatever else comes is late. */
    void push(long id, Body item) {
        ClientSubscription subscription = byId.get(id);
        if (subscription != null) {
            subscription.push(item);
        }
    }

    void gap(long id) {
        ClientSubscription subscription = byId.get(id);
        if (subscription != null) {
            subscription.gap();
        }
    }

    /** If it is one of a subscription at all. */
    void refused(long id) {
        byId.remove(id);
    }

    void down() {
        byId.clear();
        live.replaceAll((subscription, id) -> 0L);
    }

    /** Subscribes again to what was live before. */
    void up() {
        new ArrayList<>(live.keySet()).forEach(this::again);
    }

    private void again(ClientSubscription subscription) {
        Long id = live.get(subscription);
        if (id == null || id != 0 || !outbox.isAttached()) {
            return;
        }
        Pending<Reply> pending = calls.register(subscription.call().timeLeft());
        pending.whenComplete((reply, failure) -> {
            if (loop.inEventLoop()) {
                answered(subscription, reply, failure);
            } else {
                onLoop(() -> answered(subscription, reply, failure));
            }
        });
        if (!pending.isDone()) {
            link.offer(pending, new Asking(pending, subscription));
        }
    }

    private void answered(ClientSubscription subscription, @Nullable Reply reply, @Nullable Throwable failure) {
        if (reply instanceof Reply.Refused refused) {
            live.remove(subscription);
            subscription.end(new RefusedException(refused.why(), refused.detail()));
        } else if (failure == null) {
            subscription.gap();
        } else if (!(failure instanceof TransportException.Closed) && outbox.isAttached()) {
            Future<?> ignored = loop.schedule(
                    () -> again(subscription), options.backoffMax().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** By its owner, on any thread. */
    private void closed(ClientSubscription subscription) {
        onLoop(() -> {
            Long id = live.remove(subscription);
            if (id != null && id != 0) {
                unsubscribe(id);
            }
        });
    }

    private void unsubscribe(long id) {
        if (byId.remove(id) != null && outbox.isAttached()) {
            TcpFrames.bare(outbox.frame(TcpFrames.HEADER_BYTES), TcpFrames.UNSUBSCRIBE, id);
            outbox.flushSoon();
        }
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException over) {
            // the client is closed, and with it all subscriptions
        }
    }

    void close() {
        live.keySet().forEach(ClientSubscription::end);
        live.clear();
        byId.clear();
    }
}
