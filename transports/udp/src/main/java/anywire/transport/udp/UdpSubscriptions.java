package anywire.transport.udp;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's subscriptions: numbered anew in each session by the request that made them, their leases renewed, made again in
 * the next session. On the event loop but for {@link #closed}.
 */
final class UdpSubscriptions {
    private static final long NO_NUMBER = 0;
    private static final Duration MAKING_AGAIN = Duration.ofSeconds(5);
    /** Of which two may be lost. */
    private static final int RENEWALS_A_LEASE = 3;

    /** As long as what the server may have to say to it. */
    private static final Message RENEWAL = Message.of(Types.RENEW, 0, 0);

    private final EventLoop loop;
    private final UdpClientLink link;
    private final UdpChannel line;
    private final UdpOptions options;
    private final ScheduledExecutorService timer;
    private final PendingCalls renewals;
    private final LongObjectMap<ItemInbox> byNumber = new LongObjectHashMap<>();
    /** Those that have been live, with their number in this session, or {@link #NO_NUMBER}. */
    private final Map<ClientSubscription, Long> live = new LinkedHashMap<>();

    private HeardItems heard = new HeardItems();
    private @Nullable ScheduledFuture<?> renewing;

    UdpSubscriptions(EventLoop loop, UdpClientLink link, UdpChannel line, UdpOptions options, Host host) {
        this.loop = loop;
        this.link = link;
        this.line = line;
        this.options = options;
        this.timer = host.timer();
        this.renewals = new PendingCalls(Integer.MAX_VALUE, host);
    }

    boolean areLive() {
        return !live.isEmpty();
    }

    /** Items may come before the word that it is live. */
    void asked(Exchange exchange) {
        ClientSubscription subscription = exchange.subscription();
        if (subscription != null && !byNumber.containsKey(exchange.number())) {
            byNumber.put(exchange.number(), new ItemInbox(subscription, exchange.isOnce()));
        }
    }

    /** @param exchange that asked, if anybody waits for its answer still */
    void live(long number, @Nullable Exchange exchange) {
        ItemInbox inbox = byNumber.get(number);
        ClientSubscription subscription = inbox == null ? null : inbox.subscription();
        if (subscription == null || subscription.isClosed()) {
            unsubscribe(number);
            return;
        }
        Long before = live.put(subscription, number);
        if (before != null && before == number) {
            return; // the same word again
        }
        if (exchange == null || !exchange.pending().complete(UdpClientLink.NOTHING)) {
            live.remove(subscription);
            unsubscribe(number);
        } else {
            renewLeases();
        }
    }

    void notLive(long number) {
        byNumber.remove(number);
    }

    void push(long number, ByteBuf in) {
        boolean once = number < 0;
        if (!once && !heard.hear(number)) {
            return;
        }
        Item item = Item.read(in);
        ItemInbox inbox = byNumber.get(item.subscription());
        if (inbox == null) {
            unsubscribe(item.subscription());
        } else {
            inbox.add(item);
        }
    }

    /** Once for all that came together. */
    void acknowledge() {
        Peer to = link.peer();
        if (heard.isNews() && to != null) {
            line.send(to, heard.news());
        }
    }

    void down(String why) {
        byNumber.clear();
        heard = new HeardItems();
        live.replaceAll((subscription, number) -> NO_NUMBER);
        renewals.failAll(link, ran -> new TransportException.Disconnected(why, ran, null));
    }

    /** Makes again what was live before. */
    void up() {
        new ArrayList<>(live.keySet()).forEach(this::makeAgain);
    }

    private void makeAgain(ClientSubscription subscription) {
        Long number = live.get(subscription);
        if (number == null || number != NO_NUMBER || link.peer() == null) {
            return;
        }
        Pending pending = renewals.register(MAKING_AGAIN);
        CompletableFuture<Reply> ignored = pending.whenComplete((reply, failure) -> {
            if (loop.inEventLoop()) {
                answered(subscription, reply, failure);
            } else {
                onLoop(() -> answered(subscription, reply, failure));
            }
        });
        link.begin(new Exchange(
                link, Types.SUBSCRIBE, pending, subscription.call(), options.flags(Types.SUBSCRIBE), subscription));
    }

    private void answered(ClientSubscription subscription, @Nullable Reply reply, @Nullable Throwable failure) {
        if (reply instanceof Reply.Refused refused) {
            live.remove(subscription);
            subscription.end(new RefusedException(refused.why(), refused.detail()));
        } else if (failure == null) {
            subscription.gap();
        } else if (!(failure instanceof TransportException.Closed) && link.peer() != null) {
            later(() -> makeAgain(subscription), options.backoffMax());
        }
    }

    private void later(Runnable task, Duration pause) {
        try {
            ScheduledFuture<?> unused = timer.schedule(() -> onLoop(task), pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException over) {
            // the host went first
        }
    }

    private void renewLeases() {
        if (renewing == null) {
            long pause = options.lease().toNanos() / RENEWALS_A_LEASE;
            renewing = timer.scheduleWithFixedDelay(() -> onLoop(this::renew), pause, pause, TimeUnit.NANOSECONDS);
        }
    }

    private void renew() {
        Peer to = link.peer();
        if (live.isEmpty()) {
            stopRenewing();
        } else if (to != null) {
            line.send(to, RENEWAL);
        }
    }

    private void stopRenewing() {
        if (renewing != null) {
            renewing.cancel(false);
            renewing = null;
        }
    }

    /** By its owner, on any thread. */
    void closed(ClientSubscription subscription) {
        onLoop(() -> {
            Long number = live.remove(subscription);
            if (number != null && number != NO_NUMBER) {
                unsubscribe(number);
            }
        });
    }

    /** Said once: if it is lost, the next item is answered with it again. */
    private void unsubscribe(long number) {
        byNumber.remove(number);
        Peer to = link.peer();
        if (to != null) {
            line.send(to, Message.of(Types.UNSUBSCRIBE, number));
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
        stopRenewing();
        renewals.close();
        live.keySet().forEach(ClientSubscription::end);
        live.clear();
        byNumber.clear();
    }
}
