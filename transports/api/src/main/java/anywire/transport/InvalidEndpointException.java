package anywire.transport;

/** One line for the person who wrote it: what was wrong and what would be right. */
public final class InvalidEndpointException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public InvalidEndpointException(String message) {
        super(message);
    }
}
