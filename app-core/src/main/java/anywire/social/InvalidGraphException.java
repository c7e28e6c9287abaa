package anywire.social;

import org.jspecify.annotations.Nullable;

/** A file that holds no graph. The message is one line for the person who named the file. */
public final class InvalidGraphException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidGraphException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
