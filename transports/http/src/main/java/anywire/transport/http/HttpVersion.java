package anywire.transport.http;

/** Which HTTP. */
enum HttpVersion {
    /** One call at a time on a connection; as many connections as calls under way. */
    HTTP1,
    /** Many calls at a time on one connection, in clear, both sides knowing that it is HTTP/2 (RFC 9113, section 3.3). */
    HTTP2;

    String number() {
        return this == HTTP1 ? "1.1" : "2";
    }
}
