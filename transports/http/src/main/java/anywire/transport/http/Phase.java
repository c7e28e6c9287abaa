package anywire.transport.http;

/** What a connection is at. */
enum Phase {
    IDLE,
    /** Part of a request line or of headers is there. */
    ARRIVING,
    RECEIVING,
    RUNNING,
    STREAMING,
    /** The last answer is written; input is thrown away, so that the other side gets to read that answer. */
    LEAVING
}
