package anywire.transport.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A server's HTTP/2 connections. Each of their streams is served as a connection that has one request, so that what goes
 * for the one goes for the other.
 */
final class Http2Connections {
    private static final int WINDOW_BYTES = 1 << 20;
    private static final long FAREWELL_MILLIS = 300;

    private final ServerContext site;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    Http2Connections(ServerContext site) {
        this.site = site;
    }

    void begin(Channel connection) {
        if (open.size() >= site.limits().connections()) {
            site.counts().tooManyConnections.increment();
            connection.close();
            return;
        }
        open.add(connection);
        Http2FrameCodec codec = Http2FrameCodecBuilder.forServer()
                .initialSettings(Http2Settings.defaultSettings()
                        .maxConcurrentStreams(site.limits().connections())
                        .initialWindowSize(WINDOW_BYTES)
                        .maxHeaderListSize(site.limits().headerBytes()))
                .gracefulShutdownTimeoutMillis(FAREWELL_MILLIS)
                .build();
        connection
                .pipeline()
                .addLast(
                        new IdleStateHandler(0, 0, site.limits().keepAliveNanos(), TimeUnit.NANOSECONDS),
                        codec,
                        new Http2MultiplexHandler(new ChannelInitializer<Http2StreamChannel>() {
                            @Override
                            protected void initChannel(Http2StreamChannel stream) {
                                stream.pipeline()
                                        .addLast(
                                                new Http2StreamFrameToHttpObjectCodec(true, false),
                                                new HttpConnection(site, stream));
                            }
                        }),
                        new Idle(codec));
    }

    /** Ends what has been silent for so long and carries nothing. */
    private static final class Idle extends ChannelInboundHandlerAdapter {
        private final Http2FrameCodec codec;

        private Idle(Http2FrameCodec codec) {
            this.codec = codec;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
            if (event instanceof IdleStateEvent idle && idle.state() == IdleState.ALL_IDLE) {
                if (codec.connection().numActiveStreams() == 0) {
                    ctx.close();
                }
            } else {
                super.userEventTriggered(ctx, event);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
            ctx.close();
        }
    }

    /** Closes our half; a stream has none, and is over with its last frame. */
    static void hangUp(Channel over) {
        if (over instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            over.close();
        }
    }

    /** Says good-bye, and waits until the other side has heard it. */
    void close(Duration most) {
        boolean ignored = open.close().awaitUninterruptibly(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
