package anywire.transport.http;

import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests that are on one connection, by their streams. For use by one thread. */
final class Http2ClientStreams {
    private final IntObjectMap<NettyExchange> byStream = new IntObjectHashMap<>();
    private long idleSinceNanos = System.nanoTime();

    void put(int stream, NettyExchange exchange, NettyExchange.Carrier connection) {
        byStream.put(stream, exchange);
        exchange.isOn(connection, stream);
    }

    /** Null if it is not wanted any more. */
    @Nullable
    NettyExchange get(int stream) {
        return byStream.get(stream);
    }

    /** Null if it was taken off before. */
    @Nullable
    NettyExchange takeOff(int stream) {
        NettyExchange off = byStream.remove(stream);
        if (off != null) {
            off.isOff();
            if (byStream.isEmpty()) {
                idleSinceNanos = System.nanoTime();
            }
        }
        return off;
    }

    /** All that came after that stream. */
    List<NettyExchange> takeOffBeyond(int lastStream) {
        List<NettyExchange> beyond = new ArrayList<>();
        for (NettyExchange each : all()) {
            if (each.stream() > lastStream) {
                beyond.add(each);
                byStream.remove(each.stream());
                each.isOff();
            }
        }
        return beyond;
    }

    List<NettyExchange> all() {
        return new ArrayList<>(byStream.values());
    }

    boolean isEmpty() {
        return byStream.isEmpty();
    }

    boolean isIdleFor(long nanos, long nowNanos) {
        return byStream.isEmpty() && nowNanos - idleSinceNanos >= nanos;
    }
}
