package anywire.network;

/**
 * Counts of datagrams, or of pieces of streams.
 *
 * @param passed that went on, the doubled ones twice
 * @param overflowed that too many waited before already
 * @param lateNanosSum how much later than it was due each was handed to the kernel, all together
 */
public record RelayTally(
        long arrived, long passed, long lost, long doubled, long heldBack, long overflowed, long lateNanosSum) {}
