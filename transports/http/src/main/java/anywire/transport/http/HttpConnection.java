package anywire.transport.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: one request at a time, in the order in which they come. What a client pipelines behind a request that
 * runs waits here, and meanwhile nothing more is read, so that a client that doesn't read its answers, or asks faster
 * than it is answered, holds up itself alone. Lives on its event loop; only a {@link Turn} may be used from elsewhere.
 *
 * <p>Flushes once for all that one read, or one drained queue, has brought about.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ServerContext site;
    private final Channel channel;
    private final Backlog backlog;

    private Phase phase = Phase.IDLE;
    private long deadlineNanos;
    private boolean inBatch;
    private boolean sawMessage;

    /** There from {@link Phase#RECEIVING} to the end of {@link Phase#RUNNING}. */
    private @Nullable Incoming incoming;

    private @Nullable EventStream stream;

    HttpConnection(ServerContext site, Channel channel) {
        this.site = site;
        this.channel = channel;
        this.backlog = new Backlog(channel);
    }

    private final class Answering implements Turn {
        private final Incoming asked;

        Answering(Incoming asked) {
            this.asked = asked;
        }

        @Override
        public void respond(FullHttpResponse response) {
            Loops.run(channel.eventLoop(), () -> answer(asked, response));
        }

        @Override
        public void stream(StreamTopics.Wanted wanted) {
            Loops.run(channel.eventLoop(), () -> startStream(asked, wanted));
        }
    }

    boolean isOn(EventLoop loop) {
        return channel.eventLoop() == loop;
    }

    void retire() {
        Loops.run(channel.eventLoop(), () -> {
            if (phase == Phase.IDLE && backlog.isEmpty()) {
                channel.close();
            }
        });
    }

    void cutOff() {
        Loops.run(channel.eventLoop(), () -> {
            if (phase == Phase.RUNNING) {
                leave(site.complaints().closing(true));
            } else if (phase == Phase.STREAMING) {
                leave(LastHttpContent.EMPTY_LAST_CONTENT);
            } else if (phase != Phase.LEAVING) {
                channel.close();
            }
        });
    }

    void tick(long nowNanos) {
        if (stream != null) {
            stream.tick(nowNanos);
        } else if (nowNanos - deadlineNanos >= 0) {
            switch (phase) {
                case IDLE, LEAVING -> channel.close();
                case ARRIVING, RECEIVING -> leave(site.complaints().tooSlow());
                case RUNNING -> answer(incoming, site.complaints().timedOut());
                case STREAMING -> {}
            }
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        due(site.limits().requestTimeNanos());
        switch (site.connections().opened(this)) {
            case WELCOME -> {}
            case TOO_MANY -> leave(site.complaints().tooManyConnections());
            case FAR_TOO_MANY -> channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        site.connections().closed(this);
        site.topics().remove(stream);
        endTurn();
        phase = Phase.LEAVING;
        backlog.forget();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        inBatch = true;
        sawMessage = true;
        HttpObject part = (HttpObject) message;
        if (phase == Phase.STREAMING || phase == Phase.LEAVING) {
            ReferenceCountUtil.release(part);
        } else if (phase == Phase.RUNNING || !backlog.isEmpty() || !channel.isWritable()) {
            backlog.add(part);
        } else {
            accept(part);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!sawMessage && phase == Phase.IDLE) {
            phase = Phase.ARRIVING;
            due(site.limits().requestTimeNanos());
        }
        sawMessage = false;
        inBatch = false;
        channel.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (channel.isWritable()) {
            if (stream != null) {
                stream.writableAgain();
            } else if (!inBatch) {
                proceed();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        channel.close();
    }

    private void accept(HttpObject part) {
        if (part instanceof HttpRequest request) {
            begin(request);
        }
        if (part instanceof HttpContent content) {
            try {
                take(content);
            } finally {
                content.release();
            }
        }
    }

    private void begin(HttpRequest request) {
        if (phase != Phase.ARRIVING) {
            due(site.limits().requestTimeNanos());
        }
        phase = Phase.RECEIVING;
        if (request.decoderResult().isFailure()) {
            leave(site.complaints().malformed(request.decoderResult().cause()));
            return;
        }
        RequestPlan plan = site.plan(request);
        long announced = HttpUtil.getContentLength(request, -1L);
        if (announced > site.maxBodyBytes()) {
            leave(site.complaints().tooLarge());
            return;
        }
        if (HttpUtil.is100ContinueExpected(request)) {
            if (plan instanceof RequestPlan.Fixed fixed) {
                leave(fixed.response());
                return;
            }
            channel.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        incoming = new Incoming(request, plan, announced, site.maxBodyBytes());
    }

    private void take(HttpContent content) {
        Incoming receiving = incoming;
        if (phase != Phase.RECEIVING || receiving == null) {
            return;
        }
        if (content.decoderResult().isFailure()) {
            leave(site.complaints().malformed(content.decoderResult().cause()));
        } else if (!receiving.add(content)) {
            leave(site.complaints().tooLarge());
        } else if (content instanceof LastHttpContent) {
            run(receiving);
        }
    }

    private void run(Incoming received) {
        phase = Phase.RUNNING;
        due(received.plan().timeLeft().toNanos());
        site.running().enter();
        received.run(new Answering(received));
    }

    private void answer(@Nullable Incoming asked, FullHttpResponse response) {
        if (phase != Phase.RUNNING || asked == null || asked != incoming) {
            response.release();
            return;
        }
        if (asked.keepAlive() && !site.running().closing()) {
            endTurn();
            asked.sayKeepAlive(response);
            phase = Phase.IDLE;
            due(site.limits().keepAliveNanos());
            channel.write(response, channel.voidPromise());
        } else {
            leave(response);
        }
        if (!inBatch) {
            proceed();
        }
    }

    private void startStream(Incoming asked, StreamTopics.Wanted wanted) {
        if (phase != Phase.RUNNING || asked != incoming) {
            return;
        }
        endTurn();
        phase = Phase.STREAMING;
        backlog.forget();
        EventStream started = new EventStream(wanted, channel, site.limits(), site.counts());
        stream = started;
        site.topics().add(started);
        started.open(site.responses().eventStream(asked.isHttp11()));
    }

    private void endTurn() {
        if (phase == Phase.RUNNING) {
            site.running().exit();
        }
        incoming = null;
    }

    /** Runs what has waited, flushes, and reads on. */
    private void proceed() {
        inBatch = true;
        while (!backlog.isEmpty() && (phase == Phase.IDLE || phase == Phase.RECEIVING) && channel.isWritable()) {
            accept(backlog.remove());
        }
        inBatch = false;
        channel.flush();
        backlog.readOnIfEmpty();
    }

    /** Writes what is the last here, closes our half, and leaves the other side a moment to read it. */
    private void leave(HttpObject last) {
        endTurn();
        phase = Phase.LEAVING;
        due(LINGER_NANOS);
        site.topics().remove(stream);
        stream = null;
        if (last instanceof FullHttpResponse response) {
            response.headers().set(HttpHeaderNames.CONNECTION, "close");
        }
        channel.writeAndFlush(last)
                .addListener((ChannelFutureListener) written -> Http2Connections.hangUp(written.channel()));
        backlog.forget();
    }

    private void due(long inNanos) {
        deadlineNanos = System.nanoTime() + inNanos;
    }
}
