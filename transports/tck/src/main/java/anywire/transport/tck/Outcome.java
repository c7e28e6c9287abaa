package anywire.transport.tck;

public enum Outcome {
    PASSED,
    FAILED,
    /** Not promised, or not applicable. */
    SKIPPED
}
