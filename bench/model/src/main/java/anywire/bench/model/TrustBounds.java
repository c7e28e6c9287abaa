package anywire.bench.model;

import java.util.List;

/**
 * From which dose on a disturbance counts against a comparison, as far as {@code anywire calibrate --noise} can find it out.
 *
 * @param probeSlower how much longer a probe takes in a disturbed round, of what is usual: 1.25
 * @param stealSlope the log of a median rises by so much for each share of all cores that the hypervisor takes
 * @param othersSlope the same for each share of one core that others use
 * @param steal of all cores, taken from all rows alike: beyond, it is a noisy machine
 * @param others of one core, whoever was measured: likewise
 * @param compilers share of the windows of the process in which they are busiest
 * @param measured names of those that were found on this machine; the others are the reference ones
 */
public record TrustBounds(
        double probeSlower,
        double stealSlope,
        double othersSlope,
        double steal,
        double others,
        double compilers,
        List<String> measured) {
    public TrustBounds {
        measured = List.copyOf(measured);
    }
}
