package anywire.host;

import java.util.Optional;

/** A role died, was too slow to answer, or said that it could not. One line, with the log that says more. */
public final class RoleFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never written anywhere
    private final Optional<String> owner;

    /** Of nobody in particular. */
    public RoleFailedException(String message) {
        this(message, Optional.empty());
    }

    RoleFailedException(String message, Optional<String> owner) {
        super(message);
        this.owner = owner;
    }

    /** Whose process it was, as {@link ProcessContext#owner} has it. */
    public Optional<String> owner() {
        return owner;
    }
}
