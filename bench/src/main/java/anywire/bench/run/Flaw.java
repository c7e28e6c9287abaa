package anywire.bench.run;

/**
 * A reason to doubt a window or a block.
 *
 * @param check the check that found it: {@code send-lag}
 * @param reason one sentence with the figure and the bound
 */
public record Flaw(String check, Blame blame, String reason) {
    public enum Blame {
        /** The whole block is dropped, for all transports. */
        HARNESS,
        /** As {@link #HARNESS}. */
        MACHINE,
        /** The transport did not hold: it stays in, and ranks last. */
        TRANSPORT,
        /** Nobody's: it stays in and is shown. */
        NOTED;

        /** Whether what was measured is worth nothing, over whichever transport. */
        public boolean spoils() {
            return this == HARNESS || this == MACHINE;
        }
    }
}
