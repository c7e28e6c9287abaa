package anywire.transport.udp;

import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's requests under way in one session, by number. On the event loop. */
final class UdpExchanges {
    private static final int FIRST = 1;

    private final LongObjectMap<Exchange> byNumber = new LongObjectHashMap<>();
    private long next = FIRST;
    private long floor = FIRST;

    /** Gives it the next number. */
    void begin(Exchange exchange) {
        exchange.number(next++);
        byNumber.put(exchange.number(), exchange);
    }

    @Nullable
    Exchange find(long number) {
        return byNumber.get(number);
    }

    /** @return what was under way with that number, if anything */
    @Nullable
    Exchange over(long number) {
        Exchange exchange = byNumber.remove(number);
        if (number == floor) {
            while (floor < next && !byNumber.containsKey(floor)) {
                floor++;
            }
        }
        return exchange;
    }

    /** As {@link #over}, whatever it was. */
    void drop(long number) {
        Exchange ignored = over(number);
    }

    /** All below it are over. */
    long floor() {
        return floor;
    }

    boolean isEmpty() {
        return byNumber.isEmpty();
    }

    /** A copy: those that are over may be taken out meanwhile. */
    List<Exchange> all() {
        return List.copyOf(byNumber.values());
    }

    /** For another session. */
    void clear() {
        byNumber.clear();
        next = FIRST;
        floor = FIRST;
    }
}
