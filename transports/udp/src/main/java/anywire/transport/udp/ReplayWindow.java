package anywire.transport.udp;

/**
 * Which sequences have been heard: a ring of blocks of 64 bits, cleared as it turns, so that advancing costs nothing for
 * each bit (RFC 6479). What is older than the ring is taken for a repetition.
 */
final class ReplayWindow {
    private static final int BLOCKS = 32;
    /** The oldest block is being overwritten while the newest fills. */
    static final int SIZE = (BLOCKS - 1) * Long.SIZE;

    private final long[] blocks = new long[BLOCKS];
    private long highest;

    /** @return whether it is heard for the first time */
    boolean hear(long sequence) {
        if (sequence <= 0) {
            return false;
        }
        long block = sequence >>> 6;
        long newest = highest >>> 6;
        if (block > newest) {
            for (long each = Math.max(newest + 1, block - BLOCKS + 1); each <= block; each++) {
                blocks[(int) (each % BLOCKS)] = 0;
            }
        } else if (newest - block >= BLOCKS) {
            return false;
        }
        highest = Math.max(highest, sequence);
        long bit = 1L << sequence;
        int at = (int) (block % BLOCKS);
        boolean first = (blocks[at] & bit) == 0;
        blocks[at] |= bit;
        return first;
    }
}
