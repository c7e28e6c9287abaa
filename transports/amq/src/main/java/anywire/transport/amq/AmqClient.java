package anywire.transport.amq;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.amq.AmqOptions.Mode;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Numbers calls and hands them to its courier. */
final class AmqClient implements Client {
    private final AmqOptions options;
    private final AmqCounters counters = new AmqCounters();
    private final PendingCalls calls;
    private final Courier<AmqClientLink> courier;
    private final AmqSubscriptions subscriptions;
    private final AtomicBoolean closed = new AtomicBoolean();

    AmqClient(Endpoint to, Host host) {
        this.options = AmqOptions.of(to);
        this.calls = new PendingCalls(options.maxInFlight(), host);
        Broker broker = new Broker(to, options, host);
        this.courier = new Courier<>("amq-publisher", options.outgoing(), host, () -> AmqClientLink.open(this, broker));
        this.subscriptions = new AmqSubscriptions(calls, courier, options, counters, host);
    }

    AmqOptions options() {
        return options;
    }

    PendingCalls calls() {
        return calls;
    }

    AmqCounters counters() {
        return counters;
    }

    /** By the link's reader. */
    void lost() {
        if (!closed.get()) {
            subscriptions.comeBack();
        }
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return tooLarge(call)
                ? CompletableFuture.failedFuture(tooLargeException(call))
                : handIn(call, (pending, link) -> link.call(pending, call, Optional.empty()));
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return tooLarge(call)
                ? CompletableFuture.failedFuture(tooLargeException(call))
                : handIn(call, (pending, link) -> link.event(pending, call)).as(reply -> null);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        Topic.check(topic);
        if (tooLarge(call)) {
            return CompletableFuture.failedFuture(tooLargeException(call));
        }
        ClientSubscription subscription = subscriptions.made(call, topic, listener);
        Pending admission = handIn(call, (pending, link) -> {
            link.listen(subscription);
            link.call(pending, call, Optional.of(topic));
        });
        return subscriptions.admitted(subscription, admission);
    }

    private interface Publishing {
        void by(Pending pending, AmqClientLink link) throws IOException;
    }

    private Pending handIn(Call call, Publishing publishing) {
        Pending pending = calls.register(call.timeLeft());
        AmqClientLink link = courier.link();
        if (pending.isDone()) {
            return pending;
        }
        if (link != null && link.isBlocked()) {
            boolean ignored = calls.fail(
                    pending.id(),
                    ran -> new TransportException.Overloaded("the broker has run short of memory or disk, and blocks"));
        } else if (!courier.offer(new Outgoing(pending, publishing))) {
            boolean ignored = calls.fail(
                    pending.id(),
                    ran -> new TransportException.Overloaded(
                            options.outgoing() + " messages wait to be published, as many as outgoing allows"));
        }
        return pending;
    }

    private final class Outgoing implements Courier.Errand<AmqClientLink> {
        private final Pending pending;
        private final Publishing publishing;

        Outgoing(Pending pending, Publishing publishing) {
            this.pending = pending;
            this.publishing = publishing;
        }

        @Override
        public void with(AmqClientLink link) throws IOException {
            if (!pending.isDone()) {
                publishing.by(pending, link);
            }
        }

        @Override
        public void unable(TransportException why) {
            boolean ignored = calls.fail(pending.id(), ran -> why);
        }
    }

    private boolean tooLarge(Call call) {
        return call.body().size() > options.maxBodyBytes();
    }

    private TransportException tooLargeException(Call call) {
        return new TransportException.TooLarge(
                "a body of " + call.body().size() + " bytes, over maxBody=" + options.maxBodyBytes(), false);
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        AmqClientLink link = courier.link();
        if (link != null) {
            facts.put("broker", Broker.product(link.connection()) + " " + Broker.version(link.connection()));
            facts.put(
                    "replies", Broker.isRabbit(link.connection()) ? "direct reply-to" : "a queue of the client's own");
        }
        facts.put("delivery", options.delivery().name().toLowerCase(Locale.ROOT));
        facts.put("flush", "once a message");
        facts.put("nagle", "off");
        return facts;
    }

    @Override
    public Map<String, Long> counts() {
        return counters.all();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            subscriptions.close();
            if (options.delivery() == Mode.TRANSIENT) {
                courier.flush(System.nanoTime() + options.drain().toNanos());
            }
            calls.close();
            courier.close(options.drain().toMillis());
        }
    }
}
