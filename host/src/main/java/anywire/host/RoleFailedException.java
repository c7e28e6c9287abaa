package anywire.host;

/** A role died, was too slow to answer, or said that it could not. One line, with the log that says more. */
public final class RoleFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RoleFailedException(String message) {
        super(message);
    }
}
