package anywire.transport.http;

import anywire.transport.Format;
import io.netty.util.AsciiString;

/** Names that both ends must spell alike. */
final class HttpNames {
    static final AsciiString TIME_LEFT = AsciiString.cached("anywire-time-left");
    static final AsciiString ACKS = AsciiString.cached("anywire-acks");
    static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("idempotency-key");
    static final AsciiString PREFER = AsciiString.cached("prefer");
    static final AsciiString RESPOND_ASYNC = AsciiString.cached("respond-async");
    static final String BEARER = "Bearer ";

    static final String EVENT_STREAM = "text/event-stream";
    static final String PROBLEM = "application/problem+json";

    static final String LIVE = "live";
    static final String GAP = "gap";

    private static final AsciiString JSON = AsciiString.cached(Format.JSON.mediaType());
    private static final AsciiString BINARY = AsciiString.cached(Format.BINARY.mediaType());

    private HttpNames() {}

    /** As {@link Format#of(String)}, quick for the two that nearly every message has. */
    static Format format(String mediaType) {
        if (mediaType.equals(Format.BINARY.mediaType())) {
            return Format.BINARY;
        }
        return mediaType.equals(Format.JSON.mediaType()) ? Format.JSON : Format.of(mediaType);
    }

    /** As {@link Format#headerValue()}, prepared for the same two. */
    static AsciiString mediaType(Format format) {
        if (format == Format.BINARY) {
            return BINARY;
        }
        return format == Format.JSON ? JSON : AsciiString.of(format.headerValue());
    }
}
