package anywire.transport.http;

import anywire.transport.Format;

/** Names that both ends must spell alike. */
final class Wire {
    static final String TIME_LEFT = "anywire-time-left";
    static final String ACKS = "anywire-acks";
    static final String IDEMPOTENCY_KEY = "idempotency-key";
    static final String PREFER = "prefer";
    static final String RESPOND_ASYNC = "respond-async";
    static final String BEARER = "Bearer ";

    static final String EVENT_STREAM = "text/event-stream";
    static final String PROBLEM = "application/problem+json";

    static final String LIVE = "live";
    static final String GAP = "gap";

    private Wire() {}

    /** As {@link Format#of(String)}, quick for the two that nearly every message has. */
    static Format format(String mediaType) {
        if (mediaType.equals(Format.BINARY.mediaType())) {
            return Format.BINARY;
        }
        return mediaType.equals(Format.JSON.mediaType()) ? Format.JSON : Format.of(mediaType);
    }
}
