package anywire.transport.http;

import anywire.transport.Endpoint;

/** What a server puts up with from any one client. */
record Limits(
        int bodyBytes,
        int headerBytes,
        int connections,
        long requestTimeNanos,
        long keepAliveNanos,
        long heartbeatNanos,
        int pushBufferBytes) {
    static Limits of(Endpoint at) {
        return new Limits(
                at.get(HttpOptions.MAX_BODY),
                at.get(HttpOptions.MAX_HEADERS),
                at.get(HttpOptions.MAX_CONNECTIONS),
                at.get(HttpOptions.REQUEST_TIME).toNanos(),
                at.get(HttpOptions.KEEP_ALIVE).toNanos(),
                at.get(HttpOptions.HEARTBEAT).toNanos(),
                at.get(HttpOptions.PUSH_BUFFER));
    }
}
