package anywire.service;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.social.Failures;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** How tests look at stages that are done. */
public final class Refused {
    private Refused() {}

    public static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    /** @return the one line */
    public static String assertRefused(CompletionStage<?> stage, Refusal why) {
        Throwable failure = null;
        try {
            stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            failure = Failures.cause(e);
        }
        assertThat(failure).isInstanceOf(RefusedException.class);
        RefusedException refused = (RefusedException) failure;
        assertThat(refused.why()).as(refused.detail()).isEqualTo(why);
        assertThat(refused.detail()).isNotBlank().doesNotContain("\n");
        return refused.detail();
    }
}
