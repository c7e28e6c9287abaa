package anywire.transport.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpScheme;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;

/**
 * A request, ready for either version's encoder. Nothing is checked or copied again: headers are constants or were checked,
 * and lie in one array.
 *
 * @param uri and {@code path} are the same, as the one encoder and the other want it
 * @param headers names and values by turns
 */
record NettyRequest(
        HttpMethod method, String uri, AsciiString path, AsciiString authority, AsciiString[] headers, byte[] body) {
    FullHttpRequest http1() {
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                method,
                uri,
                Unpooled.wrappedBuffer(body),
                new ReadOnlyHttpHeaders(false, headers),
                EmptyHttpHeaders.INSTANCE,
                false);
    }

    Http2Headers http2() {
        return ReadOnlyHttp2Headers.clientHeaders(
                false, method.asciiName(), path, HttpScheme.HTTP.name(), authority, headers);
    }
}
