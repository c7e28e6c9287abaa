package anywire.transport.udp;

import java.util.BitSet;

/** Which items of a session have arrived, and what of that the server has yet to be told. On the event loop. */
final class HeardItems {
    /** Beyond what the server sends without being told anything. */
    private static final int MAX_AHEAD = 4 * ItemStream.MAX_UNHEARD;

    /** As many bits as a server sends items without being told anything. */
    private static final int MAX_WORDS = ItemStream.MAX_UNHEARD / Long.SIZE;

    private long next = 1;
    /** Bit 0 is the item after {@link #next}. */
    private BitSet beyond = new BitSet();

    private boolean news;

    /** @return whether it came for the first time */
    boolean hear(long number) {
        news = true;
        if (number < next || number - next > MAX_AHEAD) {
            return false;
        }
        if (number > next) {
            int bit = (int) (number - next - 1);
            boolean first = !beyond.get(bit);
            beyond.set(bit);
            return first;
        }
        if (beyond.isEmpty()) {
            next++;
        } else {
            int run = beyond.nextClearBit(0);
            next += run + 1;
            beyond = beyond.get(run + 1, Math.max(run + 1, beyond.length()));
        }
        return true;
    }

    boolean isNews() {
        return news;
    }

    /** All below {@code upTo}, and of those after it the ones whose bit is set. */
    Message news() {
        news = false;
        long[] bits = beyond.toLongArray();
        long[] words = new long[1 + Math.min(bits.length, MAX_WORDS)];
        words[0] = next;
        System.arraycopy(bits, 0, words, 1, words.length - 1);
        return Message.of(Types.HEARD, 0, words);
    }
}
