package anywire.service;

import anywire.social.Username;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether somebody has signed up: {@code auth::knows} wherever auth runs. */
@FunctionalInterface
public interface UserLookup {
    CompletionStage<Boolean> knows(Username username);

    /** Where nobody can be asked. */
    static UserLookup everybody() {
        return username -> CompletableFuture.completedFuture(true);
    }
}
