package anywire.transport.http;

import anywire.transport.Refusal;
import anywire.transport.TransportException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
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
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
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

    private enum Phase {
        IDLE,
        /** Part of a request line or of headers is there. */
        ARRIVING,
        RECEIVING,
        RUNNING,
        STREAMING,
        /** The last answer is written; input is thrown away, so that the other side gets to read that answer. */
        LEAVING
    }

    private final Site site;
    private final Channel channel;
    private final ArrayDeque<HttpObject> waiting = new ArrayDeque<>();

    private Phase phase = Phase.IDLE;
    private long deadlineNanos;
    private boolean inBatch;
    private boolean sawMessage;

    private boolean keepAlive;
    private HttpVersion version = HttpVersion.HTTP_1_1;
    private Turn turn = new Turn();
    private @Nullable Plan plan;
    private BodyBuffer body = new BodyBuffer(0, 0);
    private @Nullable EventStream stream;

    HttpConnection(Site site, Channel channel) {
        this.site = site;
        this.channel = channel;
    }

    /** A request's right to be answered, once; void when the connection is gone or it was answered already. */
    final class Turn {
        /** From any thread. */
        void respond(FullHttpResponse response) {
            onLoop(() -> answer(this, response));
        }

        /** From any thread: in place of a response, all that is published from now on of what is wanted. */
        void stream(Topics.Wanted wanted) {
            onLoop(() -> startStream(this, wanted));
        }
    }

    boolean isOn(EventLoop loop) {
        return channel.eventLoop() == loop;
    }

    void retire() {
        onLoop(() -> {
            if (phase == Phase.IDLE && waiting.isEmpty()) {
                channel.close();
            }
        });
    }

    void cutOff() {
        onLoop(() -> {
            if (phase == Phase.RUNNING) {
                leave(problem(new TransportException.Closed("the server was closed", true)));
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
                case ARRIVING, RECEIVING -> leave(tooSlow());
                case RUNNING -> answer(turn, problem(new TransportException.TimedOut("its time was over", true)));
                case STREAMING -> {}
            }
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        due(site.limits().requestTimeNanos());
        switch (site.connections().opened(this)) {
            case WELCOME -> {}
            case TOO_MANY -> {
                site.counts().tooManyConnections.increment();
                leave(problem(new TransportException.Overloaded("too many connections")));
            }
            case FAR_TOO_MANY -> {
                site.counts().tooManyConnections.increment();
                channel.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        site.connections().closed(this);
        if (stream != null) {
            site.topics().remove(stream);
        }
        endTurn();
        phase = Phase.LEAVING;
        forgetWaiting();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        inBatch = true;
        sawMessage = true;
        HttpObject part = (HttpObject) message;
        if (phase == Phase.STREAMING || phase == Phase.LEAVING) {
            ReferenceCountUtil.release(part);
        } else if (phase == Phase.RUNNING || !waiting.isEmpty() || !channel.isWritable()) {
            waiting.add(part);
            channel.config().setAutoRead(false);
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
            leave(malformed(request.decoderResult().cause()));
            return;
        }
        keepAlive = HttpUtil.isKeepAlive(request);
        version = request.protocolVersion();
        Plan what = site.plan(request);
        long announced = HttpUtil.getContentLength(request, -1L);
        if (announced > site.maxBodyBytes()) {
            leave(tooLarge());
        } else if (HttpUtil.is100ContinueExpected(request)) {
            if (what instanceof Plan.Fixed fixed) {
                leave(fixed.response());
            } else {
                channel.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            }
        }
        plan = what;
        body = new BodyBuffer(announced, site.maxBodyBytes());
    }

    private void take(HttpContent content) {
        if (phase != Phase.RECEIVING || plan == null) {
            return;
        }
        if (content.decoderResult().isFailure()) {
            leave(malformed(content.decoderResult().cause()));
        } else if (!body.add(content.content())) {
            leave(tooLarge());
        } else if (content instanceof LastHttpContent) {
            run(plan);
        }
    }

    private void run(Plan what) {
        phase = Phase.RUNNING;
        due(what.timeLeft().toNanos());
        Turn mine = new Turn();
        turn = mine;
        site.running().enter();
        what.run(body.take(), mine);
    }

    private void answer(Turn answered, FullHttpResponse response) {
        if (phase != Phase.RUNNING || answered != turn) {
            response.release();
            return;
        }
        if (keepAlive && !site.running().closing()) {
            endTurn();
            if (version.equals(HttpVersion.HTTP_1_0)) {
                HttpUtil.setKeepAlive(response.headers(), version, true);
            }
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

    private void startStream(Turn answered, Topics.Wanted wanted) {
        if (phase != Phase.RUNNING || answered != turn) {
            return;
        }
        endTurn();
        phase = Phase.STREAMING;
        forgetWaiting();
        EventStream started = new EventStream(wanted, channel, site.limits(), site.counts());
        stream = started;
        site.topics().add(started);
        started.open(site.responses().eventStream(version.equals(HttpVersion.HTTP_1_1)));
    }

    private void endTurn() {
        if (phase == Phase.RUNNING) {
            site.running().exit();
        }
        plan = null;
    }

    /** Runs what has waited, flushes, and reads on. */
    private void proceed() {
        inBatch = true;
        while (!waiting.isEmpty() && (phase == Phase.IDLE || phase == Phase.RECEIVING) && channel.isWritable()) {
            accept(waiting.remove());
        }
        inBatch = false;
        channel.flush();
        if (waiting.isEmpty()) {
            channel.config().setAutoRead(true);
        }
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
                .addListener((ChannelFutureListener) written -> ((DuplexChannel) written.channel()).shutdownOutput());
        forgetWaiting();
    }

    private void forgetWaiting() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        channel.config().setAutoRead(true);
    }

    private void due(long inNanos) {
        deadlineNanos = System.nanoTime() + inNanos;
    }

    private void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
            return;
        }
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            // The server is closed, and the connection with it.
        }
    }

    private FullHttpResponse malformed(Throwable cause) {
        site.counts().malformedRequests.increment();
        if (cause instanceof TooLongHttpLineException) {
            return refused(414, "the request line is longer than maxHeaders allows");
        }
        return cause instanceof TooLongHttpHeaderException
                ? refused(431, "the headers are larger than maxHeaders allows")
                : refused(400, "this is not HTTP/1.1: " + cause.getMessage());
    }

    private FullHttpResponse refused(int status, String detail) {
        return site.responses().problem(Problem.refused(status, Refusal.INVALID, detail));
    }

    private FullHttpResponse tooSlow() {
        return refused(408, "the request did not arrive within requestTime");
    }

    private FullHttpResponse tooLarge() {
        return problem(
                new TransportException.TooLarge("a body may have " + site.maxBodyBytes() + " bytes here", false));
    }

    private FullHttpResponse problem(TransportException why) {
        return site.responses().problem(Problem.of(why));
    }
}
