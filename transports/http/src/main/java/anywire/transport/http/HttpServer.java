package anywire.transport.http;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Services over HTTP, on Netty. */
final class HttpServer implements Server {
    private static final int TICK_MILLIS = 250;
    /** For the other side to read that it was cut off. */
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final ServerContext site;
    private final HttpLoops loops;
    private final Channel listening;
    private final URI address;
    private final Duration drain;
    private final Map<String, String> facts;
    private final Http2Connections http2;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpServer(
            ServerContext site,
            HttpLoops loops,
            Channel listening,
            URI address,
            Duration drain,
            Map<String, String> facts,
            Http2Connections http2) {
        this.site = site;
        this.loops = loops;
        this.listening = listening;
        this.address = address;
        this.drain = drain;
        this.facts = facts;
        this.http2 = http2;
    }

    static HttpServer start(Endpoint at, List<Service> services, Host lender) {
        String prefix = at.path().replaceFirst("/+$", "");
        Routes routes = new Routes(services, lender);
        ServerContext site = new ServerContext(routes, at, prefix);
        int threads = at.get(HttpOptions.LOOPS);
        HttpLoops loops = HttpLoops.make(threads, "http-server", lender);
        HttpVersion version = at.get(HttpOptions.VERSION);
        Http2Connections http2 = new Http2Connections(site);
        ChannelFuture bound = bootstrap(site, loops, version, http2)
                .bind(new InetSocketAddress(at.host(), at.port()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.close();
            throw new TransportException.Unreachable(
                    "cannot listen at " + at.address() + ": " + reason(bound.cause()), bound.cause());
        }
        for (EventExecutor loop : loops.group()) {
            Future<?> ignored = loop.scheduleWithFixedDelay(
                    () -> {
                        site.responses().tick();
                        site.connections().tick((EventLoop) loop);
                    },
                    TICK_MILLIS,
                    TICK_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
        routes.serving(site.topics());
        bound.channel().config().setAutoRead(true);
        int port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
        String host = at.host().indexOf(':') < 0 ? at.host() : "[" + at.host() + "]";
        URI address = URI.create("http://" + host + ":" + port + prefix);
        return new HttpServer(
                site,
                loops,
                bound.channel(),
                address,
                at.get(CommonOptions.DRAIN),
                facts(loops, threads, version),
                http2);
    }

    private static ServerBootstrap bootstrap(
            ServerContext site, HttpLoops loops, HttpVersion version, Http2Connections http2) {
        int headerBytes = site.limits().headerBytes();
        HttpDecoderConfig config =
                new HttpDecoderConfig().setMaxInitialLineLength(headerBytes).setMaxHeaderSize(headerBytes);
        return new ServerBootstrap()
                .group(loops.group())
                .channel(loops.io().serverChannel())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false) // nobody is let in before the services know that they serve
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (version == HttpVersion.HTTP2) {
                            http2.begin(channel);
                        } else {
                            channel.pipeline().addLast(new HttpServerCodec(config), new HttpConnection(site, channel));
                        }
                    }
                });
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("Address already in use") ? "the port is already in use" : message;
    }

    private static Map<String, String> facts(HttpLoops loops, int threads, HttpVersion version) {
        return Map.of(
                "http",
                version.number(),
                "server",
                HttpLoops.library(),
                "io",
                loops.ioName(),
                "loops",
                String.valueOf(threads),
                "flush",
                "once for each batch of reads");
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Map<String, String> facts() {
        return facts;
    }

    @Override
    public Map<String, Long> counts() {
        return site.counts().asMap();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        listening.close().awaitUninterruptibly();
        site.running().close();
        site.connections().retire();
        long began = System.nanoTime();
        site.running().awaitNone(drain);
        boolean ignored = site.routes().drain(drain.minusNanos(System.nanoTime() - began)); // events answered already
        site.routes().stopped(site.topics());
        site.topics().close();
        site.connections().cutOff(FAREWELL);
        http2.close(FAREWELL);
        loops.close();
    }
}
