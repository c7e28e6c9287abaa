package anywire.bench.engine.plan;

/** One line for the person who asked: why this suite can't be run here. */
public final class InvalidPlanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidPlanException(String message) {
        super(message);
    }
}
