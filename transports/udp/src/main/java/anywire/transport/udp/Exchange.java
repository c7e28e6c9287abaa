package anywire.transport.udp;

import anywire.transport.Call;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.PendingCalls.Pending;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** One request of a client, from its first sending to its answer. On the event loop. */
final class Exchange implements Message {
    private final UdpClientLink link;
    private final int type;
    private final Pending pending;
    private final Call call;
    private final int flags;
    private final @Nullable ClientSubscription subscription;
    private long number;
    private int sent;
    private long sentNanos;
    private long dueNanos;
    private boolean taken;

    Exchange(
            UdpClientLink link,
            int type,
            Pending pending,
            Call call,
            int flags,
            @Nullable ClientSubscription subscription) {
        this.link = link;
        this.type = type;
        this.pending = pending;
        this.call = call;
        this.flags = flags;
        this.subscription = subscription;
    }

    Pending pending() {
        return pending;
    }

    @Nullable
    ClientSubscription subscription() {
        return subscription;
    }

    boolean isOnce() {
        return (flags & UdpRequests.ONCE) != 0;
    }

    /** In another session it has another. */
    void number(long given) {
        number = given;
        sent = 0;
        taken = false;
    }

    void sent(long nowNanos, long nextNanos) {
        sent++;
        sentNanos = nowNanos;
        dueNanos = nowNanos + nextNanos;
    }

    /** How often, in this session. */
    int sentTimes() {
        return sent;
    }

    long sentNanos() {
        return sentNanos;
    }

    boolean isDue(long nowNanos) {
        return !isOnce() && nowNanos - dueNanos >= 0;
    }

    /** The server has it, which a part of its answer shows: from now on it is only asked for the answer. */
    void taken() {
        taken = !isOnce();
    }

    /** The server has it: it will answer by itself, and is asked again only to see that it is there. */
    void working(long nowNanos) {
        taken();
        dueNanos = nowNanos + RoundTrip.MAX_NANOS;
    }

    @Override
    public int type() {
        return taken ? Types.AGAIN : type;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public int size() {
        return taken ? Long.BYTES : UdpRequests.size(type, call, topic());
    }

    @Override
    public void writeTo(ByteBuf out) {
        if (taken) {
            out.writeLong(link.floor());
            return;
        }
        UdpRequests.write(out, type, link.floor(), call, pending.timeLeft(), flags, topic());
    }

    private String topic() {
        return subscription == null ? "" : subscription.topic();
    }
}
