package anywire.bench.cli;

import anywire.bench.run.Analysis.Trust;

/** What the process ends with, the same for every command. */
final class ExitCodes {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int INVALID = 3;
    static final int REGRESSION = 3;
    static final int INTERRUPTED = 130;

    private ExitCodes() {}

    /** @param incomplete why the run ended early, as its record has it; empty if it did not */
    static int ofRun(String incomplete, Trust trust) {
        if (!incomplete.isEmpty()) {
            return incomplete.startsWith("interrupted") ? INTERRUPTED : FAILED;
        }
        return trust == Trust.INVALID ? INVALID : DONE;
    }
}
