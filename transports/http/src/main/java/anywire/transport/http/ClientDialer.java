package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.TransportException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;

/**
 * Makes a client's connections, on one event loop. A host that is a name is looked up there, too, and holds it up for as
 * long as that takes.
 */
final class ClientDialer {
    /** Of a response's status line, and of its headers: what OkHttp allows for them is of the same order. */
    static final int MAX_HEAD_BYTES = 64 * 1024;

    private final Bootstrap bootstrap;
    private final ClientConnections connections;
    private final LongAdder connected;

    /** Puts handlers into a new channel. The last of them is told that it is active. */
    interface Initializer {
        void init(Channel channel);
    }

    ClientDialer(
            Endpoint to,
            EventLoop loop,
            IoMode io,
            LongAdder connected,
            ClientConnections connections,
            Initializer initializer) {
        this.connections = connections;
        this.connected = connected;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(io.clientChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) HttpClient.CONNECT_TIME.toMillis())
                .remoteAddress(InetSocketAddress.createUnresolved(to.host(), to.port()))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        initializer.init(channel);
                    }
                });
    }

    /** Comes to a channel that is active, or to {@link ClientConnections#unreachable}. */
    void dial() {
        bootstrap.connect().addListener((ChannelFuture attempt) -> {
            Throwable failure = attempt.cause();
            if (failure == null) {
                connected.increment();
            } else {
                connections.unreachable(unreachable(failure));
            }
        });
    }

    private static TransportException unreachable(Throwable failure) {
        return HttpFailures.of(failure instanceof IOException e ? e : new IOException(failure), false);
    }

    /**
     * Whether nobody listens, and the kernel gave our end the very port that it was to connect to: keeping that would keep
     * the server from it.
     */
    static boolean isOurself(Channel channel) {
        return channel.localAddress() != null && channel.localAddress().equals(channel.remoteAddress());
    }

    static TransportException nobody() {
        return new TransportException.Unreachable("cannot connect: nobody listens there", null);
    }
}
