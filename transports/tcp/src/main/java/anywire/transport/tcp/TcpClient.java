package anywire.transport.tcp;

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
import anywire.transport.tcp.TcpOptions.Acks;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Spreads calls over its connections, of which there is one unless asked for more. */
final class TcpClient implements Client {
    private static final long DRAIN_POLL_NANOS = 1_000_000;

    private final TcpOptions options;
    private final EventLoops loops;
    private final TcpCounters counters = new TcpCounters();
    private final PendingCalls calls;
    private final TcpClientLink[] links;
    private final AtomicBoolean closed = new AtomicBoolean();

    TcpClient(Endpoint to, Host host) {
        this.options = TcpOptions.of(to);
        this.loops = EventLoops.start(options, "tcp-client", host);
        this.calls = new PendingCalls(options.maxInFlight(), host);
        this.links = new TcpClientLink[options.connections()];
        for (int i = 0; i < links.length; i++) {
            EventLoop loop = loops.group().next();
            links[i] = new TcpClientLink(loop, bootstrap(loop, to), calls, options, counters, host);
        }
    }

    private Bootstrap bootstrap(EventLoop loop, Endpoint to) {
        return new Bootstrap()
                .group(loop)
                .channel(loops.channel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.max(1, Math.toIntExact(options.connectTimeout().toMillis())))
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, TcpServer.waterMark())
                .remoteAddress(InetSocketAddress.createUnresolved(to.host(), to.port()));
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return tooLarge(call) ? CompletableFuture.failedFuture(tooLargeException(call)) : request(TcpFrames.CALL, call);
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return tooLarge(call)
                ? CompletableFuture.failedFuture(tooLargeException(call))
                : request(TcpFrames.EVENT, call).as(reply -> null);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        Topic.check(topic);
        if (tooLarge(call)) {
            return CompletableFuture.failedFuture(tooLargeException(call));
        }
        Pending pending = calls.register(call.timeLeft());
        return link(pending).subscribe(pending, call, topic, listener);
    }

    private Pending request(int type, Call call) {
        Pending pending = calls.register(call.timeLeft());
        if (!pending.isDone()) {
            link(pending).request(type, pending, call);
        }
        return pending;
    }

    private TcpClientLink link(Pending pending) {
        return links.length == 1 ? links[0] : links[(int) (pending.id() % links.length)];
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
        facts.put("io", loops.io());
        facts.put("flush", "once a read, once a drained queue");
        facts.put("nagle", "off");
        facts.put("event loops", String.valueOf(options.ioThreads()));
        facts.put("connections", String.valueOf(links.length));
        facts.put("acks", options.acks().name().toLowerCase(Locale.ROOT));
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
        boolean unflushed = options.acks() == Acks.NONE && !loops.isCurrentThread();
        long deadline = System.nanoTime() + (unflushed ? options.drain().toNanos() : 0);
        for (TcpClientLink link : links) {
            link.close(unflushed);
        }
        while (System.nanoTime() - deadline < 0 && Arrays.stream(links).anyMatch(TcpClientLink::isOpen)) {
            LockSupport.parkNanos(DRAIN_POLL_NANOS);
        }
        loops.close();
    }
}
