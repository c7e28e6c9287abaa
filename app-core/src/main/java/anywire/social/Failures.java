package anywire.social;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Stages wrap what made them fail once they depend on another; this takes the wrapping off. */
public final class Failures {
    private Failures() {}

    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
