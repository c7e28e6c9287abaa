package anywire.transport.http;

import anywire.transport.TransportException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way by Netty, and what is made of what comes back. Lives on the event loop of its
 * {@link ClientLoop}, but for {@link #begin} and {@link #abandon}.
 *
 * <p>After {@link #handOver} said yes, exactly one of {@link #end} and {@link #fail} is called, or, once abandoned, none.
 */
abstract class NettyExchange implements HttpExchanges.Exchange {
    private static final int MAX_RETRIES = 3;

    /** The connection that a request is on. */
    interface Carrier {
        /** Nobody waits for it any more. */
        void drop(NettyExchange exchange);
    }

    private final ClientLoop loop;
    private @Nullable Carrier carrier;
    private int stream;
    private int retries;
    private boolean complete;

    NettyExchange(ClientLoop loop) {
        this.loop = loop;
    }

    @Override
    public final void begin() {
        loop.offer(this);
    }

    @Override
    public final void abandon() {
        loop.abandon(this);
    }

    /** Null while it waits for a connection, and once it is over. */
    final @Nullable Carrier carrier() {
        return carrier;
    }

    /** Of its connection, if that has streams. */
    final int stream() {
        return stream;
    }

    final void isOn(Carrier connection, int stream) {
        this.carrier = connection;
        this.stream = stream;
    }

    final void isOff() {
        carrier = null;
    }

    /** Whether to try again what a server has turned away unseen; not for ever. */
    final boolean mayRetry() {
        return retries++ < MAX_RETRIES;
    }

    /** All of the response is there, though its stream may not be over yet. */
    final void complete() {
        complete = true;
    }

    final boolean isComplete() {
        return complete;
    }

    /** Whether nobody waits for it any more. */
    abstract boolean isOver();

    /** To be asked just before its bytes may reach the wire. False if nobody waits for it any more. */
    abstract boolean handOver(Object connection);

    abstract NettyRequest request(NettyRequests requests);

    /**
     * The final response has begun.
     *
     * @param contentType null if there is none
     * @param announcedBytes of the body; negative if that was not said
     * @throws TransportException if it is no answer: then it is over, and the rest must not be read
     */
    abstract void head(int status, @Nullable String contentType, long announcedBytes);

    /**
     * A part of the body, which is read here.
     *
     * @throws TransportException as {@link #head}
     */
    abstract void part(ByteBuf content);

    /** The response is complete, and its connection free for the next. */
    abstract void end();

    abstract void fail(TransportException why);

    /** Whether what it hears is silent for so long that the other side must be gone. */
    boolean isSilent(long nowNanos) {
        return false;
    }
}
