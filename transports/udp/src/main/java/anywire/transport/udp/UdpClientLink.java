package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Format;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A client's requests: numbered, sent, sent again, matched with what comes back. On the event loop, but for what says so. */
final class UdpClientLink {
    static final Reply NOTHING = new Reply.Done(Body.empty(Format.BINARY));
    /** So often in vain, and for so long, that there is nobody. */
    private static final int SENT_IN_VAIN = 4;

    private final EventLoop loop;
    private final UdpOptions options;
    private final UdpCounters counters;
    private final PendingCalls calls;
    private final UdpChannel line;
    private final Mailbox mailbox;
    private final Ticker ticker;
    private final ClientSession session;
    private final UdpSubscriptions subscriptions;
    private final RoundTrip roundTrip = new RoundTrip();
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final UdpExchanges exchanges = new UdpExchanges();
    /** Not sent yet, for want of a session. */
    private final List<Exchange> waiting = new ArrayList<>();

    private long heardNanos;
    private boolean closed;

    UdpClientLink(
            UdpSocket socket,
            InetSocketAddress to,
            PendingCalls calls,
            UdpOptions options,
            UdpCounters counters,
            Host host) {
        this.loop = socket.loop();
        this.options = options;
        this.counters = counters;
        this.calls = calls;
        this.line = new UdpChannel(
                new ClientHearing(this, exchanges, roundTrip, counters),
                options.sealIfAny(host),
                Seal.Direction.TO_SERVER,
                options.datagramBytes(),
                counters);
        this.mailbox = new Mailbox(loop, 2 * options.maxInFlight(), line::flushNow);
        this.ticker = new Ticker(loop, host, this::tick);
        this.session = new ClientSession(
                loop,
                () -> socket.connect(line, to),
                line,
                roundTrip,
                random,
                this,
                options,
                () -> new Fragments(options.maxMessageBytes(), counters),
                host);
        this.subscriptions = new UdpSubscriptions(loop, this, line, options, host);
    }

    /** Any thread. */
    void request(int type, Pending pending, Call call) {
        offer(new Exchange(this, type, pending, call, options.flags(type), null));
    }

    /** Any thread. */
    CompletableFuture<Subscription> subscribe(Pending pending, Call call, String topic, Listener listener) {
        ClientSubscription subscription =
                new ClientSubscription(call, topic, listener, counters.listenerFailures, subscriptions::closed);
        if (!pending.isDone()) {
            offer(new Exchange(this, Types.SUBSCRIBE, pending, call, options.flags(Types.SUBSCRIBE), subscription));
        }
        return pending.as(reply -> {
            if (reply instanceof Reply.Refused refused) {
                throw new RefusedException(refused.why(), refused.detail());
            }
            return subscription;
        });
    }

    private void offer(Exchange exchange) {
        if (!mailbox.offer(() -> begin(exchange))) {
            boolean ignored = calls.fail(
                    exchange.pending().id(),
                    ran -> new TransportException.Overloaded("too much waits for the socket already"));
        }
    }

    void begin(Exchange exchange) {
        if (exchanges.isEmpty()) {
            afterRest(System.nanoTime());
        }
        Peer to = session.peer();
        if (to != null) {
            first(exchange, to);
        } else if (!closed) {
            waiting.add(exchange);
            session.open();
            ticker.wake();
        }
    }

    /**
     * After a long silence the server may have forgotten the session, and all calls but the first that are sent into it at
     * once would fail, since nobody could tell whether they ran. So it is given up in time.
     */
    private void afterRest(long nowNanos) {
        Peer to = session.peer();
        if (to != null
                && !subscriptions.areLive()
                && nowNanos - heardNanos > options.idle().toNanos() / 2) {
            line.send(to, Message.of(Types.BYE, 0));
            session.drop();
        }
        heardNanos = nowNanos;
    }

    private void first(Exchange exchange, Peer to) {
        exchanges.begin(exchange);
        transmit(exchange, to);
        ticker.wake();
    }

    private void transmit(Exchange exchange, Peer to) {
        if (!exchange.pending().handOver(this)) {
            exchanges.drop(exchange.number());
            return;
        }
        subscriptions.asked(exchange);
        line.send(to, exchange);
        long now = System.nanoTime();
        exchange.sent(now, roundTrip.pauseNanos(exchange.sentTimes() + 1, random));
        if (exchange.isOnce() && exchange.type() == Types.EVENT) {
            boolean ignored = exchange.pending().complete(NOTHING);
            exchanges.drop(exchange.number());
        }
    }

    /** All requests below it are over. */
    long floor() {
        return exchanges.floor();
    }

    /** A session is there. */
    void up(Peer to) {
        counters.sessions.increment();
        heardNanos = System.nanoTime();
        List<Exchange> begun = new ArrayList<>(waiting);
        waiting.clear();
        begun.forEach(exchange -> first(exchange, to));
        subscriptions.up();
    }

    /** None is to be had: nobody listens there. */
    void unreachable(String why) {
        List<Exchange> given = new ArrayList<>(waiting);
        waiting.clear();
        given.forEach(
                exchange -> exchange.pending().completeExceptionally(new TransportException.Unreachable(why, null)));
        if (subscriptions.areLive()) {
            session.openLater();
        }
    }

    /** The session is over, and with it all that it carried. */
    void down(String why) {
        session.drop();
        exchanges.clear();
        calls.failAll(this, ran -> new TransportException.Disconnected(why, ran, null));
        subscriptions.down(why);
        if (subscriptions.areLive() || !waiting.isEmpty()) {
            session.open();
            ticker.wake();
        }
    }

    /** It was sent but once, and the server has not taken it: it may begin again in another session. */
    void didNotRun(long number) {
        Exchange exchange = exchanges.find(number);
        if (exchange != null && exchange.sentTimes() == 1 && exchange.pending().handOver(waiting)) {
            exchanges.drop(number);
            waiting.add(exchange);
        }
    }

    /** What waited for a pause to be over may not be wanted any more. */
    void openIfWanted() {
        waiting.removeIf(exchange -> exchange.pending().isDone());
        if (!waiting.isEmpty() || subscriptions.areLive()) {
            session.open();
            ticker.wake();
        }
    }

    private boolean tick() {
        long now = System.nanoTime();
        waiting.removeIf(exchange -> exchange.pending().isDone());
        session.tick(now, !waiting.isEmpty() || subscriptions.areLive());
        Peer to = session.peer();
        if (to != null) {
            sendAgain(to, now);
        }
        return !exchanges.isEmpty() || session.isOpening();
    }

    private void sendAgain(Peer to, long now) {
        boolean inVain = false;
        for (Exchange exchange : exchanges.all()) {
            if (exchange.pending().isDone()) {
                exchanges.drop(exchange.number());
                subscriptions.notLive(exchange.number());
                to.fragments().forget(Types.REPLY, exchange.number());
            } else if (exchange.isDue(now)) {
                inVain |= exchange.sentTimes() >= SENT_IN_VAIN;
                counters.retransmissions.increment();
                transmit(exchange, to);
            }
        }
        if (inVain && now - heardNanos > options.dead().toNanos()) {
            counters.silentPeers.increment();
            down("the server gives no sign of life");
        }
        line.flushNow();
    }

    ClientSession session() {
        return session;
    }

    UdpSubscriptions subscriptions() {
        return subscriptions;
    }

    /** There is a sign of life. */
    long heard() {
        heardNanos = System.nanoTime();
        return heardNanos;
    }

    @Nullable
    Peer peer() {
        return session.peer();
    }

    /** Any thread. What was offered before is sent. */
    void close(Runnable then) {
        try {
            loop.execute(() -> {
                mailbox.run();
                closed = true;
                Peer to = session.peer();
                if (to != null) {
                    line.send(to, Message.of(Types.BYE, 0));
                }
                line.flushNow();
                subscriptions.close();
                session.close();
                then.run();
            });
        } catch (RejectedExecutionException over) {
            then.run();
        }
    }
}
