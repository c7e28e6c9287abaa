package anywire.transport.http;

import anywire.transport.TransportException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, with a stream for each request. Frames are Netty's; there is no channel a stream, as there is
 * at the server. Takes no request before the server's settings are there: what has been sent by then, if anything, was no
 * HTTP/2. Lives on its event loop.
 */
final class Http2ClientConnection extends Http2ConnectionHandler implements NettyExchange.Carrier {
    private static final Duration PONG_TIME = Duration.ofSeconds(1);

    private final Http2ClientPool pool;
    private final NettyRequests requests;
    private final Http2ClientStreams streams = new Http2ClientStreams();
    private final Alarm alarm = new Alarm();

    private @Nullable ChannelHandlerContext context;
    private @Nullable TransportException broken;
    private boolean dialed;
    private boolean connected;
    private boolean leaving;
    private boolean flushDue;

    private Http2ClientConnection(
            Http2ClientPool pool,
            NettyRequests requests,
            Http2ConnectionDecoder decoder,
            Http2ConnectionEncoder encoder,
            Http2Settings settings) {
        super(decoder, encoder, settings);
        this.pool = pool;
        this.requests = requests;
        decoder.frameListener(new Http2ClientFrames(this));
        connection().addListener(new Streams());
    }

    static Http2ClientConnection make(Http2ClientPool pool, NettyRequests requests) {
        return Http2ClientSettings.build(
                (decoder, encoder, settings) -> new Http2ClientConnection(pool, requests, decoder, encoder, settings));
    }

    boolean hasRoom() {
        return connected
                && !leaving
                && connection().local().canOpenStream()
                && connection().local().lastStreamCreated() < Integer.MAX_VALUE - 2;
    }

    /**
     * To be called only if there is room, and to be flushed.
     *
     * @return false if nothing was written: nobody waits for it any more, or it can't be
     */
    boolean send(NettyExchange next) {
        ChannelHandlerContext to = context;
        if (to == null || !next.handOver(this)) {
            return false;
        }
        NettyRequest request = next.request(requests);
        int id = connection().local().incrementAndGetNextStreamId();
        boolean bare = request.body().length == 0;
        ChannelFuture head = encoder().writeHeaders(to, id, request.http2(), 0, bare, to.newPromise());
        if (head.cause() != null) {
            next.fail(new TransportException.Broken("the request can't be sent: " + head.cause(), false, head.cause()));
            return false;
        }
        streams.put(id, next, this);
        if (!bare) {
            encoder().writeData(to, id, Unpooled.wrappedBuffer(request.body()), 0, true, to.newPromise());
        }
        flushDue = true;
        return true;
    }

    void flushIfDue() {
        ChannelHandlerContext to = context;
        if (flushDue && to != null) {
            flushDue = false;
            flush(to);
        }
    }

    /** With a good-bye to the server. */
    void close() {
        leaving = true;
        ChannelHandlerContext to = context;
        if (to != null) {
            to.channel().close();
        }
    }

    /** Without good-bye. */
    private void cutOff(ChannelHandlerContext to) {
        leaving = true;
        to.close();
    }

    /** Also asks whether the other side is still there: most that is given up has waited for an answer too long. */
    @Override
    public void drop(NettyExchange dropped) {
        ChannelHandlerContext to = context;
        if (to != null && streams.takeOff(dropped.stream()) != null) {
            reset(to, dropped.stream(), Http2Error.CANCEL);
            if (!alarm.isArmed()) {
                encoder().writePing(to, false, 0, to.newPromise());
                alarm.arm(to.channel().eventLoop(), PONG_TIME, this::noPong);
            }
            flush(to);
        }
    }

    /** It may only be slow: what it carries has its time, but nothing more is given to it. */
    private void noPong() {
        leaving = true;
        closeIfLeft();
    }

    void tick(long nowNanos, long maxIdleNanos) {
        if (streams.isIdleFor(maxIdleNanos, nowNanos)) {
            close();
        }
        for (NettyExchange each : streams.all()) {
            if (each.isSilent(nowNanos)) {
                fail(each.stream(), new TransportException.Disconnected("the stream has gone silent", true, null));
            }
        }
    }

    /** Null if it is not wanted any more. */
    @Nullable
    NettyExchange on(int stream) {
        return streams.get(stream);
    }

    void settings() {
        if (!connected) {
            connected = true;
            alarm.disarm();
            pool.connected(this);
        } else {
            pool.fill(this);
        }
    }

    void pong() {
        alarm.disarm();
    }

    /** Of what has come back, none is any use. */
    void fail(int stream, TransportException why) {
        NettyExchange failed = streams.takeOff(stream);
        ChannelHandlerContext to = context;
        if (failed != null && to != null) {
            reset(to, stream, Http2Error.CANCEL);
            flush(to);
            failed.fail(why);
        }
    }

    /** By the server. */
    void wasReset(int stream, long code) {
        if (code == Http2Error.REFUSED_STREAM.code()) {
            NettyExchange refused = streams.takeOff(stream);
            if (refused != null) {
                pool.again(refused);
            }
        }
    }

    /** The server takes no more, and has not begun what is beyond that stream. */
    void leaves(int lastStream) {
        leaving = true;
        streams.takeOffBeyond(lastStream).forEach(pool::again);
        closeIfLeft();
    }

    private void closeIfLeft() {
        if (leaving && streams.isEmpty()) {
            close();
        }
    }

    private void reset(ChannelHandlerContext to, int stream, Http2Error why) {
        ChannelFuture ignored = resetStream(to, stream, why.code(), to.newPromise());
    }

    /** A stream is over here, and counts no longer, when what it carried is told so: for whatever is asked next. */
    private final class Streams extends Http2ConnectionAdapter {
        @Override
        public void onStreamHalfClosed(Http2Stream stream) {
            ChannelHandlerContext to = context;
            if (stream.state() == Http2Stream.State.HALF_CLOSED_REMOTE && to != null) {
                reset(to, stream.id(), Http2Error.NO_ERROR); // answered before all was sent
            }
        }

        @Override
        public void onStreamClosed(Http2Stream stream) {
            NettyExchange over = streams.takeOff(stream.id());
            if (connected) {
                pool.fill(Http2ClientConnection.this);
            }
            if (over != null && over.isComplete()) {
                over.end();
            } else if (over != null) {
                over.fail(why());
            }
            closeIfLeft();
        }
    }

    private TransportException why() {
        TransportException known = broken;
        return known != null
                ? known
                : new TransportException.Disconnected("the connection was lost, or the stream cut off", true, null);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        if (ClientDialer.isOurself(ctx.channel())) {
            ctx.channel().close();
            pool.unreachable(ClientDialer.nobody());
            return;
        }
        dialed = true;
        context = ctx;
        alarm.arm(ctx.channel().eventLoop(), HttpClient.CONNECT_TIME, () -> {
            broken = new TransportException.Disconnected("the server has sent no HTTP/2 settings", false, null);
            cutOff(ctx);
        });
        super.channelActive(ctx);
        Http2ClientSettings.openWindow(connection());
        flush(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        leaving = true;
        alarm.disarm();
        super.channelInactive(ctx);
        if (connected) {
            pool.lost(this);
        } else if (dialed) {
            TransportException known = broken;
            pool.unreachable(
                    known != null
                            ? known
                            : new TransportException.Disconnected("the server hung up at once", false, null));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
        if (cause instanceof IOException e) {
            broken = HttpFailures.of(e, connected);
            cutOff(ctx);
        } else {
            super.exceptionCaught(ctx, cause);
        }
    }

    @Override
    protected void onConnectionError(
            ChannelHandlerContext ctx, boolean outbound, Throwable cause, @Nullable Http2Exception known) {
        leaving = true;
        if (broken == null) {
            broken = new TransportException.Broken("what came back is not HTTP/2: " + cause, connected, cause);
        }
        super.onConnectionError(ctx, outbound, cause, known);
    }

    @Override
    protected void onStreamError(
            ChannelHandlerContext ctx, boolean outbound, Throwable cause, Http2Exception.StreamException known) {
        NettyExchange failed = streams.takeOff(known.streamId());
        super.onStreamError(ctx, outbound, cause, known);
        if (failed != null) {
            failed.fail(new TransportException.Broken("what came back is not HTTP/2: " + cause, true, cause));
        }
    }
}
