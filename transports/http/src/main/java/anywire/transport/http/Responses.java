package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Format;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes responses, each with the little that it needs. Safe for use by many threads. */
final class Responses {
    /** Ours are constants or checked: no need to look at each character again. */
    private static final HttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private static final AsciiString PROBLEM = AsciiString.cached(HttpNames.PROBLEM);
    private static final AsciiString EVENT_STREAM = AsciiString.cached(HttpNames.EVENT_STREAM);
    private static final AsciiString ACCEPTED_FORMATS =
            AsciiString.cached(Format.JSON.mediaType() + ", " + Format.BINARY.mediaType());

    /** IMF-fixdate (RFC 9110, 5.6.7); the JDK's own leaves out the leading zero of the day. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private volatile AsciiString date = now();

    /** To be called now and then: a Date header is wanted, and making one a response would cost more than the rest. */
    void tick() {
        date = now();
    }

    FullHttpResponse ok(Body body) {
        return of(HttpResponseStatus.OK, HttpNames.mediaType(body.format()), body.bytes());
    }

    FullHttpResponse text(CharSequence contentType, byte[] text) {
        return of(HttpResponseStatus.OK, contentType, text);
    }

    FullHttpResponse accepted() {
        FullHttpResponse response = empty(HttpResponseStatus.ACCEPTED);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
        return response;
    }

    FullHttpResponse allowing(String methods) {
        FullHttpResponse response = empty(HttpResponseStatus.NO_CONTENT);
        response.headers().set(HttpHeaderNames.ALLOW, methods);
        return response;
    }

    FullHttpResponse problem(Problem problem) {
        FullHttpResponse response = of(HttpResponseStatus.valueOf(problem.status()), PROBLEM, problem.toJson());
        switch (problem.status()) {
            case 401 -> response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
            case 415 -> response.headers().set(HttpHeaderNames.ACCEPT, ACCEPTED_FORMATS);
            case 503 -> response.headers().set(HttpHeaderNames.RETRY_AFTER, "1");
            default -> {}
        }
        return response;
    }

    FullHttpResponse rejected(Rejected rejected) {
        FullHttpResponse response = problem(rejected.problem());
        if (!rejected.allow().isEmpty()) {
            response.headers().set(HttpHeaderNames.ALLOW, rejected.allow());
        }
        return response;
    }

    HttpResponse eventStream(boolean chunked) {
        HttpHeaders headers = headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, EVENT_STREAM);
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE);
        if (chunked) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, headers);
    }

    private FullHttpResponse empty(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER, headers(), EmptyHttpHeaders.INSTANCE);
    }

    private FullHttpResponse of(HttpResponseStatus status, CharSequence contentType, byte[] content) {
        HttpHeaders headers = headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, content.length);
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(content), headers, EmptyHttpHeaders.INSTANCE);
    }

    private HttpHeaders headers() {
        HttpHeaders headers = HEADERS.newEmptyHeaders();
        headers.set(HttpHeaderNames.DATE, date);
        return headers;
    }

    private static AsciiString now() {
        return new AsciiString(DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
    }
}
