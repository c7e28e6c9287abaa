package anywire.social;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The notify service where it runs: it knows the readers of a post, and the ways by which their inboxes are reached. */
public interface NotifyHub extends NotifyService {
    /**
     * From now on posts go this way too.
     *
     * @return to be run when the way leads nowhere any more
     */
    Runnable deliverBy(Way way);

    @FunctionalInterface
    interface Way {
        CompletionStage<Void> deliver(Set<Username> readers, Post post);
    }
}
