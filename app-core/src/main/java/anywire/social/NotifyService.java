package anywire.social;

import anywire.transport.Subscription;
import java.util.concurrent.CompletionStage;

/** Tells whoever follows an author of each post at once. */
public interface NotifyService {
    /** An event: done when it is on its way, not when it was heard. */
    CompletionStage<Void> published(Post post);

    /** @return done when live: what is published from now on is heard */
    CompletionStage<Subscription> inbox(Username reader, InboxListener listener);
}
