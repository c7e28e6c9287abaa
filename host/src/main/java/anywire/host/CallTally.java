package anywire.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service saw of one window's calls, against what was sent: set differences, not remainders.
 *
 * @param executed calls seen at least once
 * @param lost sent and never seen
 * @param doubled seen again
 * @param outOfOrder seen after a later one of the same operation
 * @param unknown seen, but never sent
 * @param named which ones they are
 */
public record CallTally(long executed, long lost, long doubled, long outOfOrder, long unknown, Named named) {
    /** Bits of a key's low half for a call's number; above it stands the operation's place in the list. */
    public static final int NUMBER_BITS = 40;

    static final int MAX_NAMED = 100;

    public static final CallTally NOTHING = new CallTally(0, 0, 0, 0, 0, Named.NONE);

    /** By the low halves of their keys, at most {@value #MAX_NAMED} of each kind. */
    public record Named(List<Long> lost, List<Long> doubled, List<Long> outOfOrder) {
        public static final Named NONE = new Named(List.of(), List.of(), List.of());

        private Named plus(Named other) {
            return new Named(
                    first(lost, other.lost), first(doubled, other.doubled), first(outOfOrder, other.outOfOrder));
        }

        private static List<Long> first(List<Long> some, List<Long> others) {
            return Stream.concat(some.stream(), others.stream())
                    .limit(MAX_NAMED)
                    .toList();
        }
    }

    /** What services in two processes saw, each of its own operations. */
    public CallTally plus(CallTally other) {
        return new CallTally(
                executed + other.executed,
                lost + other.lost,
                doubled + other.doubled,
                outOfOrder + other.outOfOrder,
                unknown + other.unknown,
                named.plus(other.named));
    }

    static CallTally of(long[] seen, long[] sentByOperation) {
        BitSet[] once = new BitSet[sentByOperation.length];
        long[] latest = new long[sentByOperation.length];
        Arrays.setAll(once, i -> new BitSet());
        Arrays.fill(latest, -1);
        Some doubled = new Some();
        Some outOfOrder = new Some();
        long unknown = 0;
        for (long low : seen) {
            int operation = (int) (low >>> NUMBER_BITS);
            long number = low & ((1L << NUMBER_BITS) - 1);
            if (operation >= once.length || number >= sentByOperation[operation]) {
                unknown++;
            } else if (once[operation].get((int) number)) {
                doubled.add(low);
            } else {
                once[operation].set((int) number);
                if (number < latest[operation]) {
                    outOfOrder.add(low);
                }
                latest[operation] = Math.max(latest[operation], number);
            }
        }
        Some lost = lost(once, sentByOperation);
        return new CallTally(
                Arrays.stream(once).mapToLong(BitSet::cardinality).sum(),
                lost.count,
                doubled.count,
                outOfOrder.count,
                unknown,
                new Named(List.copyOf(lost.first), List.copyOf(doubled.first), List.copyOf(outOfOrder.first)));
    }

    private static Some lost(BitSet[] once, long[] sentByOperation) {
        Some lost = new Some();
        for (int operation = 0; operation < once.length; operation++) {
            BitSet seen = once[operation];
            for (int n = seen.nextClearBit(0); n < sentByOperation[operation]; n = seen.nextClearBit(n + 1)) {
                lost.add(((long) operation << NUMBER_BITS) + n);
            }
        }
        return lost;
    }

    /** Counts all, names the first of them. */
    private static final class Some {
        private final List<Long> first = new ArrayList<>();
        private long count;

        void add(long low) {
            count++;
            if (first.size() < MAX_NAMED) {
                first.add(low);
            }
        }
    }
}
