package anywire.transport.udp;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One socket, and one session after the other. */
final class UdpClient implements Client {
    private final UdpOptions options;
    private final UdpSocket socket;
    private final UdpCounters counters = new UdpCounters();
    private final PendingCalls calls;
    private final UdpClientLink link;
    private final Optional<String> lacking;
    private final AtomicBoolean closed = new AtomicBoolean();

    UdpClient(Endpoint to, Host host) {
        this.options = UdpOptions.of(to);
        this.lacking = options.lacking(host);
        this.socket = UdpSocket.open(options, "udp-client", host);
        this.calls = new PendingCalls(options.maxInFlight(), host);
        this.link = new UdpClientLink(
                socket, InetSocketAddress.createUnresolved(to.host(), to.port()), calls, options, counters, host);
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        Optional<TransportException> why = unfit(call);
        return why.isPresent() ? CompletableFuture.failedFuture(why.get()) : request(Types.CALL, call);
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        Optional<TransportException> why = unfit(call);
        return why.isPresent()
                ? CompletableFuture.failedFuture(why.get())
                : request(Types.EVENT, call).as(reply -> null);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        Topic.check(topic);
        Optional<TransportException> why = unfit(call);
        if (why.isPresent()) {
            return CompletableFuture.failedFuture(why.get());
        }
        return link.subscribe(calls.register(call.timeLeft()), call, topic, listener);
    }

    private Pending request(int type, Call call) {
        Pending pending = calls.register(call.timeLeft());
        if (!pending.isDone()) {
            link.request(type, pending, call);
        }
        return pending;
    }

    /** Why it can't be sent at all. */
    private Optional<TransportException> unfit(Call call) {
        if (call.body().size() > options.maxBodyBytes()) {
            return Optional.of(new TransportException.TooLarge(
                    "a body of " + call.body().size() + " bytes, over maxBody=" + options.maxBodyBytes(), false));
        }
        return lacking.map(TransportException.PeerRejected::new);
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(facts(socket, options));
        facts.put("exchange", options.exchange().name().toLowerCase(Locale.ROOT));
        facts.put("acks", options.isRaw() ? "none" : options.acks().name().toLowerCase(Locale.ROOT));
        return facts;
    }

    static Map<String, String> facts(UdpSocket socket, UdpOptions options) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("io", socket.io());
        facts.put("flush", "once a read, once a drained queue");
        facts.put("batching", socket.batching());
        facts.put("datagram", options.datagramBytes() + " bytes");
        facts.put("seal", options.sealing().name().toLowerCase(Locale.ROOT));
        facts.put("event loops", "1");
        return facts;
    }

    @Override
    public Map<String, Long> counts() {
        return counters.all();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        calls.close();
        CountDownLatch said = new CountDownLatch(1);
        link.close(said::countDown);
        if (!socket.loop().inEventLoop()) {
            try {
                boolean ignored = said.await(options.drain().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        socket.close();
    }
}
