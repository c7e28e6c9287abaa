package anywire.transport.http;

import anywire.transport.TransportException;

/** The connections that a client has on one event loop, and which request goes on which. All on that loop. */
interface ClientConnections {
    /** @return whether there is something to {@link #flush} now */
    boolean start(NettyExchange exchange);

    void abandon(NettyExchange exchange);

    void flush();

    /** An attempt to connect came to nothing. */
    void unreachable(TransportException why);

    /** To be called now and then: gives up what has been idle or silent for too long. */
    void tick(long nowNanos);

    boolean isEmpty();

    /** Hangs up. No connection is made from now on. */
    void close();
}
