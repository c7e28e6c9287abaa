package anywire.transport.amq;

import anywire.transport.Description;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Services behind their queues, through all lives of the connection to the broker. */
final class AmqServer implements Server {
    private final Endpoint at;
    private final AmqOptions options;
    private final Host host;
    private final List<Description> descriptions;
    private final Routes routes;
    private final Broker broker;
    private final AmqCounters counters = new AmqCounters();
    private final Handled handled;
    private final Courier<AmqServerLink> courier;
    private final PushExchange pushes;
    private final ExecutorService calls;
    private final ExecutorService events;
    private final AtomicBoolean closing = new AtomicBoolean();

    private AmqServer(Endpoint at, List<Service> services, Host host) {
        this.at = at;
        this.options = AmqOptions.of(at);
        this.host = host;
        this.descriptions = services.stream().map(Service::describe).toList();
        this.routes = new Routes(services, host);
        this.broker = new Broker(at, options, host);
        this.handled = new Handled(options.dedup());
        this.courier = new Courier<>("amq-publisher", options.outgoing(), host, this::dial);
        this.pushes = new PushExchange(courier, routes, options.names(), options.maxBodyBytes());
        this.calls = Executors.newSingleThreadExecutor(host.threads("amq-calls"));
        this.events = Executors.newSingleThreadExecutor(host.threads("amq-events"));
    }

    static AmqServer open(Endpoint at, List<Service> services, Host host) {
        AmqServer server = new AmqServer(at, services, host);
        try {
            AmqServerLink link = AmqServerLink.open(server);
            server.courier.startWith(link);
            server.routes.serving(server.pushes);
            link.consume();
            return server;
        } catch (IOException | RuntimeException e) {
            server.abandon();
            throw e instanceof TransportException known
                    ? known
                    : new TransportException.Unreachable("can't serve at " + at.address() + ": " + e, e);
        }
    }

    private void abandon() {
        closing.set(true);
        courier.close();
        calls.shutdown();
        events.shutdown();
    }

    private AmqServerLink dial() {
        AmqServerLink link = AmqServerLink.open(this);
        try {
            link.consume();
            return link;
        } catch (IOException | RuntimeException e) {
            link.close();
            throw new TransportException.Unreachable("the broker would not set up a server's queues: " + e, e);
        }
    }

    /** By a link's reader: the connection is gone. */
    void lost() {
        if (!closing.get()) {
            comeBackAfter(Backoff.of(options));
        }
    }

    private void comeBackAfter(Backoff pause) {
        try {
            ScheduledFuture<?> ignored =
                    host.timer().schedule(() -> comeBack(pause.longer()), pause.nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The host has gone: so will the server.
        }
    }

    /** @param next to wait, if it can't yet */
    private void comeBack(Backoff next) {
        boolean taken = closing.get()
                || courier.offer(new Courier.Errand<>() {
                    @Override
                    public void with(AmqServerLink link) {
                        // That there is one is all that was wanted.
                    }

                    @Override
                    public void unable(TransportException why) {
                        if (!closing.get()) {
                            comeBackAfter(next);
                        }
                    }
                });
        if (!taken) {
            comeBackAfter(next);
        }
    }

    AmqOptions options() {
        return options;
    }

    Host host() {
        return host;
    }

    List<Description> descriptions() {
        return descriptions;
    }

    Routes routes() {
        return routes;
    }

    Broker broker() {
        return broker;
    }

    AmqCounters counters() {
        return counters;
    }

    Handled handled() {
        return handled;
    }

    ExecutorService callThread() {
        return calls;
    }

    ExecutorService eventThread() {
        return events;
    }

    @Override
    public URI address() {
        // Whoever connects has a user of their own.
        return URI.create(at.address().toString().replaceFirst("//[^/@]*@", "//"));
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        AmqServerLink link = courier.link();
        if (link != null) {
            facts.put("broker", link.product());
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
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        long deadline = System.nanoTime() + options.drain().toNanos();
        AmqServerLink link = courier.link();
        if (link != null) {
            link.stopConsuming();
        }
        boolean ignored = routes.drain(options.drain());
        if (link != null) {
            link.awaitReplied(deadline);
        }
        pushes.close();
        routes.stopped(pushes);
        courier.close(Math.max(100, (deadline - System.nanoTime()) / 1_000_000));
        calls.shutdown();
        events.shutdown();
    }
}
