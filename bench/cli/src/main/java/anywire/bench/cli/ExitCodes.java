package anywire.bench.cli;

import anywire.bench.model.Analysis.Trust;

/** What the process ends with, the same for every command. */
final class ExitCodes {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    /** The result is broken, or a gate that was asked for is not met. */
    static final int NOT_MET = 3;

    static final int REGRESSION = 3;
    static final int INTERRUPTED = 130;

    private ExitCodes() {}

    /** @param incomplete why the run ended early, as its record has it; empty if it did not */
    static int ofRun(String incomplete, Trust trust) {
        return ofRun(incomplete, trust, Trust.LOW);
    }

    /** @param required the least trust that is good enough */
    static int ofRun(String incomplete, Trust trust, Trust required) {
        if (!incomplete.isEmpty()) {
            return incomplete.startsWith("interrupted") ? INTERRUPTED : FAILED;
        }
        return trust.compareTo(required) > 0 ? NOT_MET : DONE;
    }
}
