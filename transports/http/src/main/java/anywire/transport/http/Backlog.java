package anywire.transport.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;

/** What a client has pipelined behind a request that runs: no more than was read already, since now nothing more is. */
final class Backlog {
    private final Channel channel;
    private final ArrayDeque<HttpObject> waiting = new ArrayDeque<>();

    Backlog(Channel channel) {
        this.channel = channel;
    }

    void add(HttpObject part) {
        waiting.add(part);
        channel.config().setAutoRead(false);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    HttpObject remove() {
        return waiting.remove();
    }

    /** To be called when there may be room for more. */
    void readOnIfEmpty() {
        if (waiting.isEmpty()) {
            channel.config().setAutoRead(true);
        }
    }

    void forget() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        readOnIfEmpty();
    }
}
