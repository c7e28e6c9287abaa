package anywire.transport.tcp;

import anywire.transport.Host;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A link's subscriptions. Each life of the connection gives them new numbers: those of the calls that made them, negative
 * where the client made them anew by itself. All on the event loop but for {@link #closed}.
 */
final class TcpSubscriptions {
    private static final long NO_NUMBER = 0;
    private static final Duration RENEWAL_TIME = Duration.ofSeconds(5);

    private final EventLoop loop;
    private final TcpClientLink link;
    private final Outbox outbox;
    private final TcpOptions options;
    private final PendingCalls renewals;
    /** Asked for on this connection, live or not yet. */
    private final LongObjectMap<ClientSubscription> byId = new LongObjectHashMap<>();
    /** Those that have been live, with their number on this connection, or {@link #NO_NUMBER}. */
    private final Map<ClientSubscription, Long> live = new LinkedHashMap<>();

    TcpSubscriptions(EventLoop loop, TcpClientLink link, Outbox outbox, TcpOptions options, Host host) {
        this.loop = loop;
        this.link = link;
        this.outbox = outbox;
        this.options = options;
        this.renewals = new PendingCalls(Integer.MAX_VALUE, host);
    }

    /** Its number on this connection is taken. */
    void asked(long id, ClientSubscription subscription) {
        byId.put(id, subscription);
    }

    /** Those of subscriptions made anew: beside the caller's own, and so not bounded with them. */
    PendingCalls renewals() {
        return renewals;
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
        boolean inTime = link.complete(id, TcpClientLink.NOTHING);
        if (subscription.isClosed() || !inTime && !again) {
            live.remove(subscription);
            unsubscribe(id);
        } else if (!inTime) {
            subscription.gap();
        }
    }

    void push(long id, ByteBuf in, int end) {
        ClientSubscription subscription = byId.get(id);
        if (subscription != null) {
            subscription.push(TcpFrames.readBody(in, end));
        }
    }

    void gap(long id) {
        ClientSubscription subscription = byId.get(id);
        if (subscription != null) {
            subscription.gap();
        }
    }

    /** If it is one of a subscription at all. */
    void notLive(long id) {
        byId.remove(id);
    }

    void down() {
        byId.clear();
        live.replaceAll((subscription, id) -> NO_NUMBER);
        renewals.failAll(this, ran -> new TransportException.Disconnected("the connection went away", ran, null));
    }

    /** Subscribes again to what was live before. */
    void up() {
        new ArrayList<>(live.keySet()).forEach(this::renew);
    }

    private void renew(ClientSubscription subscription) {
        Long id = live.get(subscription);
        if (id == null || id != NO_NUMBER || !outbox.isAttached()) {
            return;
        }
        Pending pending = renewals.register(RENEWAL_TIME);
        CompletableFuture<Reply> ignored = pending.whenComplete((reply, failure) -> {
            if (loop.inEventLoop()) {
                answered(subscription, reply, failure);
            } else {
                onLoop(() -> answered(subscription, reply, failure));
            }
        });
        if (pending.handOver(this)) {
            asked(-pending.id(), subscription);
            link.write(TcpFrames.SUBSCRIBE, -pending.id(), pending, subscription.call(), subscription.topic());
            outbox.flushSoon();
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
                    () -> renew(subscription), options.backoffMax().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** By its owner, on any thread. */
    void closed(ClientSubscription subscription) {
        onLoop(() -> {
            Long id = live.remove(subscription);
            if (id != null && id != NO_NUMBER) {
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
        renewals.close();
        live.keySet().forEach(ClientSubscription::end);
        live.clear();
        byId.clear();
    }
}
