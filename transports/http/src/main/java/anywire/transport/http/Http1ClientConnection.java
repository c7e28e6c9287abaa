package anywire.transport.http;

import anywire.transport.TransportException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client: one request, then its response, then the next. Whatever goes wrong with a response, or comes
 * unasked, is the end of it. Lives on its event loop.
 */
final class Http1ClientConnection extends ChannelInboundHandlerAdapter implements NettyExchange.Carrier {
    private final Http1ClientPool pool;
    private final Channel channel;
    private final NettyRequests requests;

    private @Nullable NettyExchange exchange;
    private boolean connected;
    private boolean interim;
    private boolean keepAlive;
    private long idleSinceNanos = System.nanoTime();

    Http1ClientConnection(Http1ClientPool pool, Channel channel, NettyRequests requests) {
        this.pool = pool;
        this.channel = channel;
        this.requests = requests;
    }

    Channel channel() {
        return channel;
    }

    long idleSinceNanos() {
        return idleSinceNanos;
    }

    /** @return false if nobody waits for it any more: then this is as free as before */
    boolean send(NettyExchange next) {
        if (!next.handOver(this)) {
            return false;
        }
        exchange = next;
        next.isOn(this, 0);
        channel.writeAndFlush(next.request(requests).http1(), channel.voidPromise());
        return true;
    }

    void close() {
        channel.close();
    }

    /** An answer may still come, and nobody else's may be taken for it. */
    @Override
    public void drop(NettyExchange dropped) {
        if (exchange == dropped) {
            takeOff();
            close();
        }
    }

    void tick(long nowNanos) {
        NettyExchange current = exchange;
        if (current != null && current.isSilent(nowNanos)) {
            fail(new TransportException.Disconnected("the stream has gone silent", true, null));
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (ClientDialer.isOurself(channel)) {
            close();
            pool.unreachable(ClientDialer.nobody());
        } else {
            connected = true;
            pool.connected(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (connected) {
            pool.lost(this);
        }
        fail(new TransportException.Disconnected("the connection was lost: the server closed it", true, null));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        NettyExchange done = null;
        try {
            NettyExchange current = exchange;
            if (current == null) {
                close(); // a farewell, or no HTTP
            } else {
                done = read(current, message) ? takeOff() : null;
            }
        } catch (TransportException why) {
            fail(why);
        } catch (RuntimeException | AssertionError e) {
            fail(new TransportException.Broken("what came back is no answer: " + e, true, e));
        } finally {
            ReferenceCountUtil.release(message);
        }
        if (done != null) {
            free();
            done.end(); // only now, for whatever the caller asks next
        }
    }

    /** @return whether the response is complete */
    private boolean read(NettyExchange current, Object message) {
        if (message instanceof HttpResponse response) {
            begin(current, response);
        }
        if (!(message instanceof HttpContent content)) {
            return false;
        }
        check(content.decoderResult().cause());
        boolean last = content instanceof LastHttpContent;
        if (interim) {
            interim = !last;
            return false;
        }
        current.part(content.content());
        return last;
    }

    private void begin(NettyExchange current, HttpResponse response) {
        check(response.decoderResult().cause());
        int status = response.status().code();
        if (!response.protocolVersion().text().startsWith("HTTP/1.") || status == 101) {
            throw broken(response.protocolVersion() + " " + status, null);
        }
        interim = status < 200;
        if (!interim) {
            keepAlive = HttpUtil.isKeepAlive(response);
            current.head(
                    status,
                    response.headers().get(HttpHeaderNames.CONTENT_TYPE),
                    HttpUtil.getContentLength(response, -1L));
        }
    }

    private static void check(@Nullable Throwable cause) {
        if (cause instanceof PrematureChannelClosureException) {
            throw new TransportException.Disconnected("the connection was lost within a response", true, cause);
        }
        if (cause != null) {
            throw broken(String.valueOf(cause.getMessage()), cause);
        }
    }

    private static TransportException broken(String what, @Nullable Throwable cause) {
        return new TransportException.Broken("what came back is not HTTP: " + what, true, cause);
    }

    private void free() {
        if (keepAlive && channel.isActive()) {
            idleSinceNanos = System.nanoTime();
            pool.free(this);
        } else {
            close();
        }
    }

    private @Nullable NettyExchange takeOff() {
        NettyExchange off = exchange;
        exchange = null;
        if (off != null) {
            off.isOff();
        }
        return off;
    }

    /** The end of this connection, and of the request on it, if there is one. */
    private void fail(TransportException why) {
        NettyExchange failed = takeOff();
        close();
        if (failed != null) {
            failed.fail(why);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fail(
                cause instanceof IOException e
                        ? HttpFailures.of(e, true)
                        : broken(String.valueOf(cause.getMessage()), cause));
    }
}
