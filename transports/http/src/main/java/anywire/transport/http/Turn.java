package anywire.transport.http;

import io.netty.handler.codec.http.FullHttpResponse;

/**
 * A request's right to be answered, once; void when the connection is gone or it was answered already. All that is done
 * about a request knows of its connection, and so of the version of HTTP that it came by. For use by any thread.
 */
interface Turn {
    void respond(FullHttpResponse response);

    /** In place of a response, all that is published from now on of what is wanted. */
    void stream(StreamTopics.Wanted wanted);
}
