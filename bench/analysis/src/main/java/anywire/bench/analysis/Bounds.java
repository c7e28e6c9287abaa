package anywire.bench.analysis;

import anywire.bench.model.TrustBounds;
import java.util.List;

/**
 * From which dose on a disturbance counts: where it moves a ratio by half of a margin of 5 %. {@code docs/method.md} says
 * which experiment each is from ({@code anywire calibrate --noise}). Those of {@link #reference} give way to a machine's own.
 */
public final class Bounds {
    /** How much longer a probe takes in a round, of what is usual. */
    static final double PROBE_SLOWER = 1.25;
    /** The log of a median rises by so much for each share of all cores that the hypervisor takes: 7 % for 1 %. */
    static final double STEAL_SLOPE = 7;
    /** The same for each share of one core that others use. */
    static final double OTHERS_SLOPE = 0.5;
    /** Of all cores, taken from all rows alike: beyond, it is a noisy machine. */
    static final double STEAL = 0.01;
    /** Of one core, whoever was measured. */
    static final double OTHERS = 0.05;
    /** Of rounds. */
    static final double DISTURBED_ROUNDS = 0.2;
    /** Compilers, of the windows of the process in which they are busiest. */
    static final double COMPILERS = 0.05;
    /**
     * The log of a median rises by so much for each share of the windows that compilers work: of tcp against itself, with
     * processes that had 1 and 2 s of warm-up, by 0.111 for 0.112 and by 0.034 for 0.032.
     */
    static final double COMPILERS_SLOPE = 1;
    /** Collectors, likewise. */
    static final double COLLECTIONS = 0.05;
    /** Of the calls that the load asked for, how many have to be answered rightly. */
    static final double DELIVERED = 0.95;
    /** Of windows. */
    static final double SATURATED = 0.5;

    private Bounds() {}

    /** Where a machine has none of its own. */
    public static TrustBounds reference() {
        return new TrustBounds(PROBE_SLOWER, STEAL_SLOPE, OTHERS_SLOPE, STEAL, OTHERS, COMPILERS, List.of());
    }
}
