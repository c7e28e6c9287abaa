package anywire.bench.cli;

/** What the process ends with, the same for every command. */
final class ExitCodes {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int INVALID = 3;
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
