package anywire.transport.http;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.TransportException;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Connections that carry one request at a time. The most recently used goes first, so that what the load does not need
 * falls idle, and is given up after half of the server's {@code keepAlive}. A request that finds none waits for the first
 * that gets free, be it new: there are never more attempts to connect than requests that wait.
 */
final class Http1ClientPool implements ClientConnections {
    private static final int MAX_CHUNK_BYTES = 64 * 1024;
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ClientDialer dialer;
    private final IoMode io;
    private final int maxIdle;
    private final long maxIdleNanos;
    private final ArrayDeque<Http1ClientConnection> idle = new ArrayDeque<>();
    private final Set<Http1ClientConnection> open = new HashSet<>();
    private final WaitingExchanges waiting = new WaitingExchanges();
    private int dialing;
    private boolean closed;

    Http1ClientPool(Endpoint to, EventLoop loop, IoMode io, LongAdder connected) {
        this.io = io;
        this.maxIdle = to.get(CommonOptions.MAX_IN_FLIGHT);
        this.maxIdleNanos = to.get(HttpOptions.KEEP_ALIVE).toNanos() / 2;
        HttpDecoderConfig config = new HttpDecoderConfig()
                .setMaxInitialLineLength(ClientDialer.MAX_HEAD_BYTES)
                .setMaxHeaderSize(ClientDialer.MAX_HEAD_BYTES)
                .setMaxChunkSize(MAX_CHUNK_BYTES);
        NettyRequests requests = new NettyRequests(to);
        this.dialer = new ClientDialer(
                to,
                loop,
                io,
                connected,
                this,
                channel -> channel.pipeline()
                        .addLast(
                                new HttpResponseDecoder(config),
                                new HttpRequestEncoder(),
                                new Http1ClientConnection(this, channel, requests)));
    }

    /** Flushed at once: a connection has nothing else to write meanwhile. */
    @Override
    public boolean start(NettyExchange exchange) {
        Http1ClientConnection free = takeIdle();
        if (free == null) {
            waiting.add(exchange);
            dialForThoseThatWait();
        } else if (!free.send(exchange)) {
            free(free);
        }
        return false;
    }

    private @Nullable Http1ClientConnection takeIdle() {
        Http1ClientConnection recent = idle.pollFirst();
        if (recent == null) {
            return null;
        }
        long now = System.nanoTime();
        while (recent != null && !isUsable(recent, now)) {
            recent.close();
            recent = idle.pollFirst();
        }
        return recent;
    }

    /**
     * The loop hears of a server that hung up before it takes the next request, unless that server did so this very moment,
     * while the loop was busy. So what has rested is looked at.
     */
    private boolean isUsable(Http1ClientConnection connection, long now) {
        long rested = now - connection.idleSinceNanos();
        return connection.channel().isActive()
                && rested < maxIdleNanos
                && (rested < FRESH_NANOS || !io.hasHungUp(connection.channel()));
    }

    private void dialForThoseThatWait() {
        if (dialing < waiting.size() && !closed) {
            dialing++;
            dialer.dial();
        }
    }

    void connected(Http1ClientConnection connection) {
        dialing--;
        if (closed) {
            connection.close();
            return;
        }
        open.add(connection);
        free(connection);
    }

    @Override
    public void unreachable(TransportException why) {
        dialing--;
        NettyExchange first = waiting.poll();
        if (first != null) {
            first.fail(why);
        }
    }

    /** For whoever waits longest, or to be idle. */
    void free(Http1ClientConnection connection) {
        for (NettyExchange next = waiting.poll(); next != null; next = waiting.poll()) {
            if (connection.send(next)) {
                return;
            }
        }
        if (idle.size() < maxIdle) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
    }

    void lost(Http1ClientConnection connection) {
        open.remove(connection);
        idle.remove(connection);
    }

    @Override
    public void abandon(NettyExchange exchange) {
        NettyExchange.Carrier carrier = exchange.carrier();
        if (carrier != null) {
            carrier.drop(exchange);
        } else {
            boolean ignored = waiting.remove(exchange);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void tick(long nowNanos) {
        while (!idle.isEmpty() && nowNanos - idle.getLast().idleSinceNanos() >= maxIdleNanos) {
            idle.removeLast().close();
        }
        new ArrayList<>(open).forEach(connection -> connection.tick(nowNanos));
    }

    @Override
    public boolean isEmpty() {
        return open.isEmpty() && waiting.isEmpty() && dialing == 0;
    }

    @Override
    public void close() {
        closed = true;
        waiting.clear();
        new ArrayList<>(open).forEach(Http1ClientConnection::close);
    }
}
