package anywire.transport.http;

import anywire.transport.TransportException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.AsciiString;

/**
 * What the frames from a server mean. What they carry is taken at once, so that flow control holds up nothing. What goes
 * wrong with one response, a listener's own failure included, costs its stream and no other.
 */
final class Http2ClientFrames extends Http2FrameAdapter {
    private final Http2ClientConnection connection;

    Http2ClientFrames(Http2ClientConnection connection) {
        this.connection = connection;
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings) {
        connection.settings();
    }

    @Override
    public void onPingAckRead(ChannelHandlerContext ctx, long data) {
        connection.pong();
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext ctx,
            int stream,
            Http2Headers headers,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean last) {
        onHeadersRead(ctx, stream, headers, padding, last);
    }

    @Override
    public void onHeadersRead(ChannelHandlerContext ctx, int stream, Http2Headers headers, int padding, boolean last) {
        NettyExchange exchange = connection.on(stream);
        if (exchange != null) {
            try {
                head(exchange, headers);
                ended(exchange, last);
            } catch (TransportException why) {
                connection.fail(stream, why);
            } catch (RuntimeException | AssertionError e) {
                connection.fail(stream, broken(e));
            }
        }
    }

    /** An interim response is none, and trailers say nothing to us. */
    private static void head(NettyExchange exchange, Http2Headers headers) {
        CharSequence status = headers.status();
        if (status == null) {
            return;
        }
        int code = AsciiString.of(status).parseInt();
        if (code >= 200) {
            CharSequence type = headers.get(HttpHeaderNames.CONTENT_TYPE);
            exchange.head(
                    code, type == null ? null : type.toString(), headers.getLong(HttpHeaderNames.CONTENT_LENGTH, -1));
        }
    }

    @Override
    public int onDataRead(ChannelHandlerContext ctx, int stream, ByteBuf data, int padding, boolean last) {
        int taken = data.readableBytes() + padding;
        NettyExchange exchange = connection.on(stream);
        if (exchange != null) {
            try {
                exchange.part(data);
                ended(exchange, last);
            } catch (TransportException why) {
                connection.fail(stream, why);
            } catch (RuntimeException | AssertionError e) {
                connection.fail(stream, broken(e));
            }
        }
        return taken;
    }

    private static void ended(NettyExchange exchange, boolean last) {
        if (last) {
            exchange.complete();
        }
    }

    private static TransportException broken(Throwable e) {
        return new TransportException.Broken("what came back is no answer: " + e, true, e);
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext ctx, int stream, long code) {
        connection.wasReset(stream, code);
    }

    @Override
    public void onGoAwayRead(ChannelHandlerContext ctx, int lastStream, long code, ByteBuf debug) {
        connection.leaves(lastStream);
    }
}
