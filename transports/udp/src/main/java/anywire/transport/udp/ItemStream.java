package anywire.transport.udp;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A server's items on their way to one session: numbered over all its subscriptions, sent again until the client says
 * that they have arrived. What is sent and not heard of is bounded; the rest waits. On the event loop.
 */
final class ItemStream {
    static final int MAX_UNHEARD = 1024;
    private static final int MAX_UNHEARD_BYTES = 128 << 10;
    /** So many that were sent later have arrived that this one won't (RFC 9002, section 6.1.1, takes three as well). */
    private static final int LATER_HEARD = 3;

    private final UdpChannel line;
    private final Peer to;
    private final UdpCounters counters;
    private final RandomGenerator random;
    private final Runnable busy;
    private final RoundTrip roundTrip = new RoundTrip();
    /** Sent and not heard of, or heard of after one that is not; lowest number first. */
    private final Deque<Sent> sent = new ArrayDeque<>();

    private final Deque<Sent> waiting = new ArrayDeque<>();
    private long nextNumber = 1;
    private long nextOnce = -1;
    private int unheardBytes;
    private int tries;
    private long dueNanos;

    /** @param busy run when there is something to look after, by {@link #tick} */
    ItemStream(UdpChannel line, Peer to, UdpCounters counters, RandomGenerator random, Runnable busy) {
        this.line = line;
        this.to = to;
        this.counters = counters;
        this.random = random;
        this.busy = busy;
    }

    /** One item, to be sent as often as it takes. */
    private static final class Sent implements Message {
        private final long number;
        private final Item item;
        private final UdpSubscriber subscription;
        private final int bytes;
        private long sentNanos;
        private boolean again;
        private boolean heard;
        private int laterHeard;

        private Sent(long number, Item item, UdpSubscriber subscription, int bytes) {
            this.number = number;
            this.item = item;
            this.subscription = subscription;
            this.bytes = bytes;
        }

        @Override
        public int type() {
            return Types.PUSH;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public int size() {
            return item.size();
        }

        @Override
        public void writeTo(ByteBuf out) {
            item.writeTo(out);
        }
    }

    /** @param bytes that are given back to the subscription once the item is heard, or need not be */
    void send(Item item, UdpSubscriber subscription, int bytes) {
        if (subscription.isOnce()) {
            line.send(to, new Sent(nextOnce--, item, subscription, bytes));
            subscription.done(bytes);
            return;
        }
        Sent next = new Sent(nextNumber++, item, subscription, bytes);
        if (waiting.isEmpty() && hasRoom()) {
            transmit(next);
        } else {
            waiting.add(next);
        }
    }

    private boolean hasRoom() {
        return sent.size() < MAX_UNHEARD && unheardBytes < MAX_UNHEARD_BYTES;
    }

    private void transmit(Sent item) {
        long now = System.nanoTime();
        if (sent.isEmpty()) {
            due(now);
            busy.run();
        }
        item.sentNanos = now;
        sent.add(item);
        unheardBytes += item.bytes;
        line.send(to, item);
    }

    private void due(long now) {
        tries = 1;
        dueNanos = now + roundTrip.pauseNanos(tries, random);
    }

    /**
     * @param upTo all below have arrived
     * @param words a bit for each after it: whether it has
     */
    void heard(long upTo, long[] words) {
        long now = System.nanoTime();
        BitSet after = BitSet.valueOf(words);
        long highest = after.isEmpty() ? upTo - 1 : upTo + after.length();
        List<Sent> news = new ArrayList<>();
        for (Sent item : sent) {
            if (item.number > highest) {
                break;
            }
            boolean arrived = item.number < upTo || item.number > upTo && after.get((int) (item.number - upTo - 1));
            if (!item.heard && arrived) {
                item.heard = true;
                unheardBytes -= item.bytes;
                news.add(item);
            }
        }
        while (!sent.isEmpty() && sent.peek().heard) {
            sent.poll();
        }
        if (!news.isEmpty()) {
            measure(news.get(news.size() - 1), now);
            due(now);
            sendWhatIsMissing(highest, news, now);
        }
        // Which may send: not while the items are looked through.
        news.forEach(item -> item.subscription.done(item.bytes));
        while (!waiting.isEmpty() && hasRoom()) {
            transmit(waiting.poll());
        }
    }

    /** By the latest alone: others may have been waiting for a word that was lost. */
    private void measure(Sent latest, long now) {
        if (!latest.again) {
            roundTrip.measured(now - latest.sentNanos);
        }
    }

    private void sendWhatIsMissing(long highest, List<Sent> news, long now) {
        for (Sent item : sent) {
            if (item.number > highest) {
                return;
            }
            if (!item.heard) {
                item.laterHeard += sentAfter(item, news);
                if (item.laterHeard >= LATER_HEARD) {
                    sendAgain(item, now);
                }
            }
        }
    }

    private static int sentAfter(Sent item, List<Sent> news) {
        int later = 0;
        for (Sent each : news) {
            later += each.sentNanos - item.sentNanos > 0 ? 1 : 0;
        }
        return later;
    }

    private void sendAgain(Sent item, long now) {
        item.again = true;
        item.laterHeard = 0;
        item.sentNanos = now;
        counters.retransmissions.increment();
        line.send(to, item);
    }

    /** @return whether anything has yet to be heard of */
    boolean tick(long now) {
        if (!sent.isEmpty() && now - dueNanos >= 0) {
            tries++;
            dueNanos = now + roundTrip.pauseNanos(tries, random);
            Iterator<Sent> lowest = sent.iterator();
            for (int i = 0; i < LATER_HEARD && lowest.hasNext(); ) {
                Sent item = lowest.next();
                if (!item.heard) {
                    sendAgain(item, now);
                    i++;
                }
            }
        }
        return !sent.isEmpty();
    }

    /** Nobody is there any more. */
    void end() {
        sent.clear();
        waiting.clear();
    }
}
