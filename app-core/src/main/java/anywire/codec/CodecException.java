package anywire.codec;

import org.jspecify.annotations.Nullable;

/** Bytes that are not what they should be. The message is one line for whoever made them. */
public final class CodecException extends Exception {
    private static final long serialVersionUID = 1;

    public CodecException(String message) {
        this(message, null);
    }

    public CodecException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /** The message, never null. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
