package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.kit.Topics;

/**
 * One subscriber, as the server has it: what waits for it is bounded, and what comes on top is lost to it alone. What is
 * not on the event loop says so.
 */
final class UdpSubscriber {
    private final long number;
    private final Topics.Key topic;
    private final Format format;
    private final boolean once;
    private final ItemStream stream;
    private final int bufferBytes;
    private final UdpCounters counters;

    private long lastPlace;
    /** These two are shared with publishers. */
    private int waitingBytes;

    private boolean gapDue;
    private volatile boolean ended;

    UdpSubscriber(
            long number,
            Topics.Key topic,
            Format format,
            boolean once,
            ItemStream stream,
            int bufferBytes,
            UdpCounters counters) {
        this.number = number;
        this.topic = topic;
        this.format = format;
        this.once = once;
        this.stream = stream;
        this.bufferBytes = bufferBytes;
        this.counters = counters;
    }

    Topics.Key topic() {
        return topic;
    }

    Format format() {
        return format;
    }

    /** Whether items are sent one time only. */
    boolean isOnce() {
        return once;
    }

    /** Any thread. Takes room for an item, or it is lost. */
    synchronized boolean takeRoom(int bytes) {
        if (ended) {
            return false;
        }
        if (waitingBytes > 0 && waitingBytes + bytes > bufferBytes) {
            lose();
            return false;
        }
        waitingBytes += bytes;
        return true;
    }

    /** Any thread. Room was taken, and yet it can't be sent. */
    synchronized void lost(int bytes) {
        waitingBytes -= bytes;
        lose();
    }

    private void lose() {
        counters.pushesLost.increment();
        gapDue = true;
    }

    void push(Body body, int bytes) {
        if (!ended) {
            stream.send(new Item(number, ++lastPlace, takeGap(), body), this, bytes);
        }
    }

    private synchronized boolean takeGap() {
        boolean due = gapDue;
        gapDue = false;
        return due;
    }

    /** An item is where it was to go. If it was the last and others were lost after it, that is to be told. */
    void done(int bytes) {
        boolean tell;
        synchronized (this) {
            waitingBytes -= bytes;
            tell = gapDue && waitingBytes == 0 && !ended;
            gapDue &= !tell;
        }
        if (tell) {
            stream.send(new Item(number, ++lastPlace, true, null), this, 0);
        }
    }

    void end() {
        ended = true;
    }
}
