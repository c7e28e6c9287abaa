package anywire.transport.tcp;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
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

/** Spreads calls over its connections, of which there is one unless asked for more. */
final class TcpClient implements Client {
    private final TcpOptions options;
    private final EventLoops loops;
    private final Counters counters = new Counters();
    private final ClientLink[] links;
    private final AtomicBoolean closed = new AtomicBoolean();

    TcpClient(Endpoint to, Host host) {
        this.options = TcpOptions.of(to);
        this.loops = EventLoops.start(options, "tcp-client", host);
        int connections = Math.min(options.connections(), options.maxInFlight());
        this.links = new ClientLink[connections];
        for (int i = 0; i < connections; i++) {
            // the shares add up to maxInFlight
            int share = (options.maxInFlight() + i) / connections;
            EventLoop loop = loops.group().next();
            links[i] =
                    new ClientLink(loop, bootstrap(loop, to), to.address().toString(), share, options, counters, host);
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
        return link().call(call);
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return link().send(call);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        return link().subscribe(call, topic, listener);
    }

    /** The one that has least to do. */
    private ClientLink link() {
        ClientLink best = links[0];
        for (int i = 1; i < links.length; i++) {
            if (links[i].inFlight() < best.inFlight()) {
                best = links[i];
            }
        }
        return best;
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
        counters.addTo(facts);
        return facts;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Arrays.stream(links).forEach(ClientLink::close);
            loops.close();
        }
    }
}
