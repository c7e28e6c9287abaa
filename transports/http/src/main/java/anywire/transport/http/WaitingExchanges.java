package anywire.transport.http;

import anywire.transport.TransportException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that wait for a connection, first come, first served. For use by one thread. */
final class WaitingExchanges {
    private final Set<NettyExchange> waiting = new LinkedHashSet<>();

    void add(NettyExchange exchange) {
        waiting.add(exchange);
    }

    boolean remove(NettyExchange exchange) {
        return waiting.remove(exchange);
    }

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Null if none is left. */
    @Nullable
    NettyExchange poll() {
        Iterator<NettyExchange> all = waiting.iterator();
        if (!all.hasNext()) {
            return null;
        }
        NettyExchange first = all.next();
        all.remove();
        return first;
    }

    /** Those that wait now, and not what is asked because of that. */
    void failAll(TransportException why) {
        List<NettyExchange> now = new ArrayList<>(waiting);
        waiting.clear();
        now.forEach(exchange -> exchange.fail(why));
    }

    void clear() {
        waiting.clear();
    }
}
