package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.TransportException;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Connections that carry many requests at a time: one, and another for as long as those that there are have as many streams
 * as their server allows, or take no more since it is going away. Whatever a server is sure not to have begun goes out
 * again, on whichever connection has room.
 */
final class Http2ClientPool implements ClientConnections {
    private final ClientDialer dialer;
    private final long maxIdleNanos;
    private final List<Http2ClientConnection> open = new ArrayList<>();
    private final WaitingExchanges waiting = new WaitingExchanges();
    private boolean dialing;
    private boolean closed;

    Http2ClientPool(Endpoint to, EventLoop loop, IoMode io, LongAdder connected) {
        this.maxIdleNanos = to.get(HttpOptions.KEEP_ALIVE).toNanos() / 2;
        NettyRequests requests = new NettyRequests(to);
        this.dialer = new ClientDialer(
                to,
                loop,
                io,
                connected,
                this,
                channel -> channel.pipeline().addLast(Http2ClientConnection.make(this, requests)));
    }

    @Override
    public boolean start(NettyExchange exchange) {
        Http2ClientConnection first = withRoom();
        if (first != null) {
            return first.send(exchange);
        }
        waiting.add(exchange);
        dialForThoseThatWait();
        return false;
    }

    private @Nullable Http2ClientConnection withRoom() {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).hasRoom()) {
                return open.get(i);
            }
        }
        return null;
    }

    private void dialForThoseThatWait() {
        if (!waiting.isEmpty() && !dialing && !closed) {
            dialing = true;
            dialer.dial();
        }
    }

    /** It has been told how many streams it may have. */
    void connected(Http2ClientConnection connection) {
        dialing = false;
        if (closed) {
            connection.close();
            return;
        }
        open.add(connection);
        if (connection.hasRoom()) {
            fill(connection);
        } else {
            waiting.failAll(new TransportException.Overloaded("the server allows no streams"));
        }
    }

    /** There may be room for more. */
    void fill(Http2ClientConnection connection) {
        boolean written = false;
        while (connection.hasRoom() && !waiting.isEmpty()) {
            NettyExchange next = waiting.poll();
            written |= next != null && connection.send(next);
        }
        if (written) {
            connection.flushIfDue();
        }
        dialForThoseThatWait();
    }

    /** To be called for what the server has surely not begun. */
    void again(NettyExchange exchange) {
        if (exchange.isOver() || closed) {
            return;
        }
        if (exchange.mayRetry()) {
            if (start(exchange)) {
                flush();
            }
        } else {
            exchange.fail(new TransportException.Disconnected("the server turns away every stream", false, null));
        }
    }

    @Override
    public void unreachable(TransportException why) {
        dialing = false;
        waiting.failAll(why);
    }

    void lost(Http2ClientConnection connection) {
        open.remove(connection);
        dialForThoseThatWait();
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
    public void flush() {
        for (int i = 0; i < open.size(); i++) {
            open.get(i).flushIfDue();
        }
    }

    @Override
    public void tick(long nowNanos) {
        new ArrayList<>(open).forEach(connection -> connection.tick(nowNanos, maxIdleNanos));
    }

    @Override
    public boolean isEmpty() {
        return open.isEmpty() && waiting.isEmpty() && !dialing;
    }

    @Override
    public void close() {
        closed = true;
        waiting.clear();
        new ArrayList<>(open).forEach(Http2ClientConnection::close);
    }
}
