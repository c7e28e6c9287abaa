package anywire.bench.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A result can't be written or read. The message is one line that a user can act on. */
public final class ResultsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public enum Kind {
        /** What was named is no result: wrong usage. */
        NO_RESULT,
        /** It is one, but of another version, truncated, or changed: a failure. */
        UNREADABLE,
        /** It can't be written: a failure at run time. */
        UNWRITABLE
    }

    private final Kind kind;

    ResultsException(Kind kind, String message, @Nullable Throwable cause) {
        super(message.replaceAll("\\s+", " "), cause);
        this.kind = kind;
    }

    ResultsException(Kind kind, String message) {
        super(message.replaceAll("\\s+", " "));
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static ResultsException unwritable(Path file, IOException cause) {
        return new ResultsException(Kind.UNWRITABLE, "can't write " + file + ": " + why(cause), cause);
    }

    static ResultsException unreadable(Path file, IOException cause) {
        return new ResultsException(Kind.UNREADABLE, "can't read " + file + ": " + why(cause), cause);
    }

    /** What the system said, without the path that it repeats. */
    private static String why(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
