package anywire.host;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What a service saw of one window's calls, against what was sent: set differences, not remainders.
 *
 * @param executed calls seen at least once
 * @param lost sent and never seen
 * @param doubled seen again
 * @param outOfOrder seen after a later one of the same operation
 * @param strangers seen, but never sent
 */
public record Tally(long executed, long lost, long doubled, long outOfOrder, long strangers) {
    /** Bits of a key's low half for a call's number; above it stands the operation's place in the list. */
    public static final int NUMBER_BITS = 40;

    static Tally of(long[] seen, long[] sentByOperation) {
        BitSet[] once = new BitSet[sentByOperation.length];
        long[] latest = new long[sentByOperation.length];
        Arrays.setAll(once, i -> new BitSet());
        Arrays.fill(latest, -1);
        long doubled = 0;
        long outOfOrder = 0;
        long strangers = 0;
        for (long low : seen) {
            int operation = (int) (low >>> NUMBER_BITS);
            long number = low & ((1L << NUMBER_BITS) - 1);
            if (operation >= once.length || number >= sentByOperation[operation]) {
                strangers++;
            } else if (once[operation].get((int) number)) {
                doubled++;
            } else {
                once[operation].set((int) number);
                outOfOrder += number < latest[operation] ? 1 : 0;
                latest[operation] = Math.max(latest[operation], number);
            }
        }
        long executed = 0;
        for (BitSet bits : once) {
            executed += bits.cardinality();
        }
        return new Tally(executed, Arrays.stream(sentByOperation).sum() - executed, doubled, outOfOrder, strangers);
    }
}
