package anywire.transport.udp;

import io.netty.buffer.ByteBuf;
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
        long upTo = next;
        long[] words = beyond.toLongArray();
        int count = Math.min(words.length, MAX_WORDS);
        return new Message() {
            @Override
            public int type() {
                return Types.HEARD;
            }

            @Override
            public long number() {
                return 0;
            }

            @Override
            public int size() {
                return (1 + count) * Long.BYTES;
            }

            @Override
            public void writeTo(ByteBuf out) {
                out.writeLong(upTo);
                for (int i = 0; i < count; i++) {
                    out.writeLong(words[i]);
                }
            }
        };
    }
}
