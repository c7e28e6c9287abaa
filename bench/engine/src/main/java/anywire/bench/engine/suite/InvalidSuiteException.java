package anywire.bench.engine.suite;

/** One line for the person who wrote the suite: where, what was wrong and what would be right. */
public final class InvalidSuiteException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public InvalidSuiteException(String message) {
        super(message);
    }
}
