package anywire.bench.model;

/**
 * One round of the noise experiment.
 *
 * @param dose in the kind's unit; of an undisturbed round, the one that it stands beside
 * @param pass in which every dose has its turn once, counted from 1
 * @param plantedShare of all cores' time, what was really burnt in the tie's window, by its own account
 */
public record NoiseRound(NoiseKind kind, double dose, Place place, int pass, Windows windows, double plantedShare) {

    /** Whose windows are disturbed. */
    public enum Place {
        NOWHERE,
        /** Those of the row that is held against the reference, and not the reference's. */
        ONE_ROW,
        ALL_ROWS
    }

    /**
     * @param tie the reference's twin
     * @param known a row that is slower by a known share
     */
    public record Windows(Window reference, Window tie, Window known) {}
}
