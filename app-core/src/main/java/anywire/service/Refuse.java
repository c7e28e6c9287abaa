package anywire.service;

import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import java.util.concurrent.CompletableFuture;

/** A service's "no", as a stage. */
final class Refuse {
    private Refuse() {}

    static <T> CompletableFuture<T> because(Refusal why, String detail) {
        return CompletableFuture.failedFuture(new RefusedException(why, detail));
    }

    static <T> CompletableFuture<T> unknown(Object username) {
        return because(Refusal.NOT_FOUND, "there is no user " + username);
    }
}
