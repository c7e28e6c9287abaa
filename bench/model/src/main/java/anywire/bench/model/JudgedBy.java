package anywire.bench.model;

import java.util.List;

/**
 * By which bounds of trust a run is judged, and where they are from.
 *
 * @param at when {@code anywire calibrate --noise} found what it found; empty if it was never run
 * @param differs what was not the same then: if anything, the reference bounds hold
 */
public record JudgedBy(String at, List<String> differs, TrustBounds bounds) {
    public JudgedBy {
        differs = List.copyOf(differs);
    }

    /** Where there was no experiment. */
    public static JudgedBy reference(TrustBounds bounds) {
        return new JudgedBy("", List.of(), bounds);
    }

    /** Whether there was an experiment, here or elsewhere. */
    public boolean experiment() {
        return !at.isEmpty();
    }
}
