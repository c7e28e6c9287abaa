package anywire.transport.tck;

public enum CheckOutcome {
    PASSED,
    FAILED,
    /** Not promised, or not applicable. */
    SKIPPED
}
