package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests by Netty, on event loops: written, read and answered there, with no other thread between. Each loop has
 * connections of its own; a call made on a loop stays on it.
 */
final class NettyExchanges implements HttpExchanges {
    private final HttpLoops loops;
    private final List<ClientLoop> each = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final PendingCalls calls;
    private final LongAdder connected = new LongAdder();
    private final HttpVersion version;
    private final int maxBodyBytes;
    private final long patienceNanos;

    NettyExchanges(Endpoint to, Host host, PendingCalls calls) {
        this.calls = calls;
        this.version = to.get(HttpOptions.VERSION);
        this.maxBodyBytes = to.get(HttpOptions.MAX_BODY);
        this.patienceNanos = to.get(HttpOptions.HEARTBEAT)
                .multipliedBy(HttpClient.HEARTBEATS_MISSED)
                .toNanos();
        this.loops = HttpLoops.make(to.get(HttpOptions.LOOPS), "http-client", host);
        for (EventExecutor loop : loops.group()) {
            each.add(new ClientLoop(to, (EventLoop) loop, loops.io(), host.timer(), connected));
        }
    }

    @Override
    public Exchange of(Call call, boolean replyWanted, Pending pending) {
        return new NettyCall(loop(), call, replyWanted, calls, pending, maxBodyBytes);
    }

    @Override
    public void listen(HttpSubscription subscription) {
        NettyStream stream = new NettyStream(loop(), subscription, maxBodyBytes, patienceNanos);
        if (subscription.opens(stream::abandon)) {
            stream.begin();
        }
    }

    private ClientLoop loop() {
        if (each.size() == 1) {
            return each.get(0);
        }
        for (ClientLoop one : each) {
            if (one.inEventLoop()) {
                return one;
            }
        }
        return each.get(Math.floorMod(next.getAndIncrement(), each.size()));
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "http",
                version.number(),
                "client",
                HttpLoops.library(),
                "io",
                loops.ioName(),
                "loops",
                String.valueOf(each.size()),
                "flush",
                version == HttpVersion.HTTP2 ? "once for each batch of requests" : "once for each request");
    }

    /** Connections that were made, not those that there are. */
    @Override
    public Map<String, Long> counts() {
        return Map.of("connections", connected.sum());
    }

    @Override
    public void close() {
        each.forEach(ClientLoop::close);
        loops.close();
    }
}
